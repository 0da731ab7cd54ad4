using System.CommandLine;
using System.Globalization;

namespace Loket.Demo.Commands;

/// <summary>An option that takes a number.</summary>
internal static class NumberOption
{
    /// <summary>Refuses numbers outside a range. What is no number is refused by the option itself, and would break a check that asks for its value.</summary>
    public static Option<int> Between(this Option<int> option, int least, int most)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && int.TryParse(given.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && (number < least || number > most))
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name}: between {least} and {most}."));
        });
        return option;
    }
}
