using Loket.Kernel;

namespace Loket.Demo.Town.Loading;

/// <summary>Counts while a town is filled.</summary>
internal sealed class FillCount
{
    private readonly Dictionary<string, int> refused = new(StringComparer.Ordinal);
    private int steps;

    public int Contacts { get; set; }

    public int Cases { get; set; }

    /// <summary>Counts one step; whether it was carried out.</summary>
    public bool Take<T>(string step, Result<T> result)
    {
        if (result.Succeeded)
        {
            steps++;
            return true;
        }

        var why = $"{step}: {result.Failure.Code}";
        refused[why] = refused.GetValueOrDefault(why) + 1;
        return false;
    }

    public Filled Done() => new(Contacts, Cases, steps, refused);
}
