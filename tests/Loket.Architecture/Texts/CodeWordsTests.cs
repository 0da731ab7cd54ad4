using System.Reflection;
using Loket.Architecture.Rooms;
using Loket.Cases;
using Loket.Cases.Handovers;
using Loket.Cases.Routing;
using Loket.Contacts;
using Loket.Intake.Repeats;
using Loket.Kernel;
using Loket.Messages;
using Loket.Web.Components;
using Xunit;

namespace Loket.Architecture.Texts;

/// <summary>What the program decides by code can be said in words, in Dutch and in English.</summary>
public sealed class CodeWordsTests
{
    private const string Staff = "Components/Texts/Staff";

    // Enumerations whose values colleagues read.
    private static readonly Type[] Read =
    [
        typeof(CaseStatus), typeof(TriageReason), typeof(RepeatReason), typeof(Outcome), typeof(Channel), typeof(FormalPaper), typeof(MessageKind), typeof(MessageChannel),
        typeof(MessageState), typeof(CustomerKind),
    ];

    [Fact]
    public void Every_reason_status_and_kind_that_colleagues_read_has_words() => None.Of(
        from type in Read
        from value in Enum.GetNames(type)
        from language in Language.All
        let key = $"{type.Name}.{value}"
        where !TextCatalogue.Default.Keys(Staff, language).Contains(key)
        select $"{Staff}.{language}.json lacks \"{key}\"");

    [Fact]
    public void Every_failure_has_words() => None.Of(
        from room in House.Rooms
        from type in room.GetTypes()
        from code in Failures(type).Select(failure => failure.Code).Distinct()
        from language in Language.All
        where !TextCatalogue.Default.Keys(FailureWords.PlaceOf(code), language).Contains(code)
        select $"{FailureWords.PlaceOf(code)}.{language}.json lacks \"{code}\"");

    private static IEnumerable<Failure> Failures(Type type)
    {
        const BindingFlags All = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        if (type.ContainsGenericParameters) return [];
        return type.GetProperties(All).Where(one => one.PropertyType == typeof(Failure) && one.GetIndexParameters().Length == 0).Select(one => one.GetValue(null))
            .Concat(type.GetFields(All).Where(one => one.FieldType == typeof(Failure)).Select(one => one.GetValue(null))).OfType<Failure>();
    }
}
