using Loket.Browser.Pages;
using Loket.Browser.Stories;
using Loket.Testing;

namespace Loket.Browser;

/// <summary>Those of these tests.</summary>
public sealed class LongestFirst() : NamedFirst(nameof(PublicPageTests), nameof(StaffPageTests), nameof(ManagePageTests), nameof(RulePageTests), nameof(LampPostStories));
