using System.Linq.Expressions;

namespace Loket.Organisation.Rights;

/// <summary>The bounds of a reader as a condition of a query: the one place where they become one.</summary>
public static class BoundedReads
{
    /// <summary>What lies within the bounds. What has no area lies in none; what never became a case has no kind, and bounds of kind say nothing of it.</summary>
    /// <param name="rows">What is read.</param>
    /// <param name="bounds">The reader's.</param>
    /// <param name="area">Key of the area of a row.</param>
    /// <param name="type">Key of the kind of case of a row.</param>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, Bounds bounds, Expression<Func<T, string?>> area, Expression<Func<T, string?>> type)
    {
        if (bounds.IsNone) return rows;
        var row = area.Parameters[0];
        var kind = new Other(type.Parameters[0], row).Visit(type.Body);
        var lies = bounds.OneOf.Select(bound => Lies(bound, area.Body, kind)).Aggregate<Expression, Expression>(Expression.Constant(false), Expression.OrElse);
        return rows.Where(Expression.Lambda<Func<T, bool>>(lies, row));
    }

    private static Expression Lies(Bound bound, Expression area, Expression type)
    {
        Expression lies = Expression.Constant(true);
        if (bound.Areas.Length > 0) lies = Expression.AndAlso(lies, IsAmong(bound, nameof(Bound.Areas), area));
        if (bound.Types.Length == 0) return lies;
        var hasNone = Expression.Equal(type, Expression.Constant(null, typeof(string)));
        return Expression.AndAlso(lies, Expression.OrElse(hasNone, IsAmong(bound, nameof(Bound.Types), type)));
    }

    // A property of something that is at hand becomes a parameter: one plan for all readers.
    private static MethodCallExpression IsAmong(Bound bound, string list, Expression value) =>
        Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(string)], Expression.Property(Expression.Constant(bound), list), value);

    private sealed class Other(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
