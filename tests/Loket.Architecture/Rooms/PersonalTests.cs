using System.Reflection;
using System.Text.RegularExpressions;
using Loket.Kernel;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace Loket.Architecture.Rooms;

/// <summary>Personal data is known as such: export, erasure and clean-up find it by its mark.</summary>
public sealed partial class PersonalTests
{
    // Default deny: a new column is marked, unless its name says that it is a key, a code or a digest, or a word of ours in one of our languages.
    [Fact]
    public void Every_column_with_words_or_bytes_is_marked_or_says_why_it_is_not_personal() => None.Of(
        from entity in Model.Entities
        from column in ColumnsOf(entity)
        where HoldsText(column.PropertyType) && !Codes().IsMatch(column.Name) && !IsMarked(column)
        select $"{entity.ClrType.FullName}.{column.Name}");

    // What is said of how long it is kept is a promise: each of these is carried out by what stands beside it. A new one needs something that does.
    [Fact]
    public void Every_retention_is_one_that_is_carried_out()
    {
        string[] carriedOut =
        [
            "case",             // DestroyCase, EraseContacts
            "until it ends",    // ForgetGrounds, ForgetHolds
            "until sent",       // Message
            "employment",       // CloseStaff, and what follows it
            "partnership",      // SavePartner: who is no longer named is gone
            "as long as a case needs it", // ForgetNumbers
            "journal",          // the journal itself: for accounting, for ever
            "1 day",            // CleanSignIns, CleanDrafts, CleanActs
            "30 days",          // CleanSignIns, CleanRequests
        ];
        var said =
            from entity in Model.Entities
            from column in ColumnsOf(entity)
            from mark in Marks(column).OfType<PersonalAttribute>()
            select mark.Retention;

        Assert.Equal(carriedOut.Order(StringComparer.Ordinal), said.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_value_of_an_event_that_may_be_personal_is_marked_or_says_why_it_is_not()
    {
        var unmarked =
            from happened in Model.Events.Values
            from property in happened.GetProperties()
            where HoldsText(property.PropertyType) && Looks().IsMatch(property.Name) && !Marks(property).Any()
            select $"{happened.FullName}.{property.Name}";

        None.Of(unmarked);
    }

    // What divides an event into facts and personal values looks at the properties alone: a mark at a parameter of a record would do nothing.
    [Fact]
    public void No_event_has_its_mark_at_a_parameter() => None.Of(
        from happened in Model.Events.Values
        from constructor in happened.GetConstructors()
        from parameter in constructor.GetParameters()
        where parameter.IsDefined(typeof(PersonalAttribute)) || parameter.IsDefined(typeof(NotPersonalAttribute))
        select $"{happened.FullName}: {parameter.Name}");

    // Those of a value that is kept inside the row too.
    private static IEnumerable<PropertyInfo> ColumnsOf(IEntityType entity) =>
        entity.GetProperties().Concat(entity.GetComplexProperties().SelectMany(one => one.ComplexType.GetProperties())).Select(column => column.PropertyInfo).OfType<PropertyInfo>();

    private static bool HoldsText(Type type) => type == typeof(string) || type == typeof(byte[]) || type.GetGenericArguments().Contains(typeof(string));

    // On a record the mark may stand at the parameter.
    private static bool IsMarked(PropertyInfo property) => Marks(property).Any() || property.DeclaringType!.IsDefined(typeof(NotPersonalAttribute)) || property.DeclaringType!.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .SelectMany(constructor => constructor.GetParameters()).Where(parameter => parameter.Name == property.Name)
        .Any(parameter => parameter.IsDefined(typeof(PersonalAttribute)) || parameter.IsDefined(typeof(NotPersonalAttribute)));

    private static IEnumerable<Attribute> Marks(PropertyInfo property) =>
        property.GetCustomAttributes<PersonalAttribute>().Cast<Attribute>().Concat(property.GetCustomAttributes<NotPersonalAttribute>());

    [GeneratedRegex("Name$|Phone|Mail$|Address|Street|HouseNumber|Postcode|Birth|Text$|Note$|Remark|Body|Description|Subject|Recipient|Sender|Reason|Question|Explanation|Report$|Answer|OwnParts", RegexOptions.None, 1_000)]
    private static partial Regex Looks();

    [GeneratedRegex(
        "(Key|Kind|Type|Types|Group|Groups|Category|Area|Areas|Within|Language|Template|Reference|Hash|Digest|Salt|Nl|En)$|^(Asset|AssetOwner|KeptBy|FailureCode|StoppedBy|ForResult|ReferencePrefix|Issuer|TimeZone"
        + "|Portfolio|Scope|Once|Occasion|Acts|Form|Chain|During|Parent|Owner|Contractor|Feeder)$",
        RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Codes();
}
