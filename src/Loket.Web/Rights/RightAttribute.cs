using Loket.Organisation.Rights;
using Microsoft.AspNetCore.Authorization;

namespace Loket.Web.Rights;

/// <summary>Only for who has this right, or one of these: <c>[Right(Right.SeeCases)]</c> on a page's model or an endpoint.</summary>
/// <remarks>Several of these attributes must all hold. What has none, nor <see cref="OpenAttribute"/> or <see cref="AnyStaffAttribute"/>, is closed to everyone.</remarks>
/// <param name="anyOf">One of them is enough.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RightAttribute(params Right[] anyOf) : AuthorizeAttribute, IAuthorizationRequirementData
{
    /// <summary>One of them is enough.</summary>
    public IReadOnlyList<Right> AnyOf { get; } = anyOf;

    /// <inheritdoc />
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new RightRequirement(AnyOf)];
}

/// <summary>For everybody who works here, whatever their rights: the own account, signing out.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AnyStaffAttribute : AuthorizeAttribute, IAuthorizationRequirementData
{
    /// <inheritdoc />
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new StaffRequirement()];
}

/// <summary>For everyone, signed in or not.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenAttribute : AllowAnonymousAttribute;

/// <summary>One of these rights.</summary>
/// <param name="AnyOf">One of them is enough.</param>
internal sealed record RightRequirement(IReadOnlyList<Right> AnyOf) : IAuthorizationRequirement;

/// <summary>Somebody who works here.</summary>
internal sealed record StaffRequirement : IAuthorizationRequirement;
