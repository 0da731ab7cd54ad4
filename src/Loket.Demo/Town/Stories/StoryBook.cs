using Loket.Kernel.Calendars;
using NodaTime;

namespace Loket.Demo.Town;

/// <summary>Helps to write down a story by hand: weeks are counted from the Monday thirteen weeks back, so that week 12 is past.</summary>
internal sealed class StoryBook
{
    private const int FirstKnownCustomer = 2_000_000;
    private static readonly string[] DayNames = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
    private static readonly string[] MonthNames = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
    private readonly LocalDate _monday;

    public StoryBook(DemoTown town, Instant until)
    {
        Town = town;
        _monday = DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)(WorkDays.DayOf(until).PlusDays(-CaseGenerator.ThreeMonths));
        Work = new(_monday, WorkDays.DayOf(until).PlusDays(600));
        Places = new(town.Plan, new HashSet<string>());
        Staff = new(town.Staff);
    }

    public DemoTown Town { get; }

    public WorkDays Work { get; }

    public PlaceSource Places { get; }

    public StaffPicker Staff { get; }

    /// <summary>A moment in Dutch time.</summary>
    /// <param name="week">0 to 12.</param>
    public Instant At(int week, IsoDayOfWeek day, int hour, int minute = 0) =>
        (_monday.PlusWeeks(week).PlusDays((int)day - 1) + new LocalTime(hour, minute)).InZoneLeniently(MunicipalCalendar.Amsterdam).ToInstant();

    /// <summary>"donderdag 7 mei".</summary>
    public string Date(int week, IsoDayOfWeek day) => $"{DayNames[(int)day - 1]} {Day(week, day).Day} {MonthNames[Day(week, day).Month - 1]}";

    public LocalDate Day(int week, IsoDayOfWeek day) => _monday.PlusWeeks(week).PlusDays((int)day - 1);

    /// <summary>Somebody who lives at the n-th address of a street.</summary>
    public Customer Resident(int n, PersonName name, string street, string village, ReplyBy preferred, string? phone = null, string? email = null, string language = "nl") =>
        new(FirstKnownCustomer + n, name, null, phone, email, preferred, language, AddressIn(street, village, n));

    public Address AddressIn(string street, string village, int n)
    {
        var addresses = Town.Plan.Addresses.Where(address => address.Street.Name == street && address.Street.Village == village).ToList();
        return addresses[n * 7 % addresses.Count];
    }

    public StoryPlace Lamp(string number, PlaceTold told) => Places.On(Town.Plan.AssetNumbered(number)!, told);

    public StoryPlace By(Address address, PlaceTold told = PlaceTold.Address) => new(told, address, null, address.Place);

    public StoryWriter Tell(string name, string category) => new(this, name, Categories.Of(category), null);

    public StoryWriter TellPaper(string name, string paper) => new(this, name, null, FormalPapers.Of(paper));
}
