using System.Linq.Expressions;

namespace Loket.Organisation.Rights;

/// <summary>The bounds of a reader as a condition of a query: the one place where they become one.</summary>
public static class BoundedReads
{
    /// <summary>What lies within the bounds. What has no area lies in none; what is open and on no case yet has no kind, and bounds of kind say nothing of it.</summary>
    /// <param name="rows">What is read.</param>
    /// <param name="bounds">The reader's.</param>
    /// <param name="area">Key of the area of a row.</param>
    /// <param name="type">Key of the kind of case of a row.</param>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, Bounds bounds, Expression<Func<T, string?>> area, Expression<Func<T, string?>> type)
    {
        if (bounds.IsNone) return rows;
        var row = area.Parameters[0];
        var kind = new InPlaceOf(type.Parameters[0], row).Visit(type.Body);
        Expression within = Expression.Constant(false);
        foreach (var lies in bounds.OneOf.Select(Lies))
            within = Expression.OrElse(within, new InPlaceOf(lies.Parameters[1], kind).Visit(new InPlaceOf(lies.Parameters[0], area.Body).Visit(lies.Body)));
        return rows.Where(Expression.Lambda<Func<T, bool>>(within, row));
    }

    // Whether an area and a kind lie within a bound. The lists are what the lambda closes over, so that they become parameters: one plan for all readers.
    private static Expression<Func<string?, string?, bool>> Lies(Bound bound)
    {
        var (areas, types) = (bound.Areas, bound.Types);
        return (areas.Length > 0, types.Length > 0) switch
        {
            (true, true) => (area, type) => Enumerable.Contains(areas, area) && (type == null || Enumerable.Contains(types, type)),
            (true, false) => (area, type) => Enumerable.Contains(areas, area),
            (false, true) => (area, type) => type == null || Enumerable.Contains(types, type),
            _ => (area, type) => true,
        };
    }

    private sealed class InPlaceOf(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
