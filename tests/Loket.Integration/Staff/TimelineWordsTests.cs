using System.Globalization;
using Loket.Storage.Journal;
using Loket.Testing;
using Loket.Web.Pages.Staff;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Loket.Integration.Staff;

public sealed class TimelineWordsTests
{
    private static readonly string[] OnATimeline = ["case.", "handover.", "contact.", "message.", "document."];

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Every_kind_of_event_on_a_timeline_has_words(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var kinds = (await Installation.Running).Services.GetRequiredService<EventTypes>().All.Keys
            .Where(kind => OnATimeline.Any(start => kind.StartsWith(start, StringComparison.Ordinal)));

        Assert.All(kinds, kind => Assert.True(TimelineWords.Here.Has(kind), kind));
    }
}
