using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Loket.Architecture.Rooms;

/// <summary>How classes are made, in every room.</summary>
public sealed partial class ClassTests
{
    [Fact]
    public void Classes_are_sealed_unless_they_are_inherited_from()
    {
        var classes = House.Rooms.SelectMany(room => room.GetTypes()).Where(IsOurs).ToList();
        var inherited = classes.Select(type => type.BaseType).OfType<Type>().Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type).ToHashSet();

        None.Of(classes.Where(type => type is { IsSealed: false, IsAbstract: false } && !inherited.Contains(type)).Select(type => type.FullName));
    }

    // A value kept inside a row (owned) may be part of a view.
    [Fact]
    public void Tables_stay_inside_their_room() =>
        None.Of(Model.Entities.Where(entity => !entity.IsOwned()).Select(entity => entity.ClrType).Where(type => type.IsVisible).Select(type => type.FullName));

    [Fact]
    public void Time_comes_from_a_clock_that_was_handed_in()
    {
        var slips =
            from file in Source.Files("src", "*.cs")
            from line in File.ReadLines(file)
            where OwnTime().IsMatch(line)
            select $"{Path.GetFileName(file)}: {line.Trim()}";

        None.Of(slips);
    }

    private static bool IsOurs(Type type) =>
        type.IsClass && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.Contains('<', StringComparison.Ordinal)
        && type.Namespace?.StartsWith("Loket", StringComparison.Ordinal) == true && !type.Namespace.StartsWith("Loket.Storage.Compiled.", StringComparison.Ordinal)
        && !typeof(Migration).IsAssignableFrom(type) && !typeof(ModelSnapshot).IsAssignableFrom(type)
        && type.GetCustomAttribute<System.CodeDom.Compiler.GeneratedCodeAttribute>() is null;

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|SystemClock\.Instance", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex OwnTime();
}
