using System.Reflection;
using System.Text.RegularExpressions;
using Loket.Kernel;
using Xunit;

namespace Loket.Architecture.Rooms;

/// <summary>Personal data is known as such: export, erasure and clean-up find it by its mark.</summary>
public sealed partial class PersonalTests
{
    [Fact]
    public void Every_column_that_may_be_personal_is_marked_or_says_why_it_is_not()
    {
        var unmarked =
            from entity in Model.Entities
            from property in entity.GetProperties()
            where property.ClrType == typeof(string) && property.PropertyInfo is not null && Looks().IsMatch(property.Name) && !IsMarked(property.PropertyInfo)
            select $"{entity.ClrType.FullName}.{property.Name}";

        None.Of(unmarked);
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

    private static bool HoldsText(Type type) => type == typeof(string) || type.GetGenericArguments().Contains(typeof(string));

    // On a record the mark may stand at the parameter.
    private static bool IsMarked(PropertyInfo property) => Marks(property).Any() || property.DeclaringType!.IsDefined(typeof(NotPersonalAttribute)) || property.DeclaringType!.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .SelectMany(constructor => constructor.GetParameters()).Where(parameter => parameter.Name == property.Name)
        .Any(parameter => parameter.IsDefined(typeof(PersonalAttribute)) || parameter.IsDefined(typeof(NotPersonalAttribute)));

    private static IEnumerable<Attribute> Marks(PropertyInfo property) =>
        property.GetCustomAttributes<PersonalAttribute>().Cast<Attribute>().Concat(property.GetCustomAttributes<NotPersonalAttribute>());

    [GeneratedRegex("Name$|Phone|Mail$|Address|Street|HouseNumber|Postcode|Birth|Text$|Note$|Remark|Body|Description|Subject|Recipient|Sender|Reason|Question|Explanation|Report$|Answer|OwnParts", RegexOptions.None, 1_000)]
    private static partial Regex Looks();
}
