using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Loket.Web.Rights;

/// <summary>Whether the reader has one of the rights that a page or endpoint asks for.</summary>
internal sealed class RightCheck(IHttpContextAccessor accessor) : AuthorizationHandler<RightRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RightRequirement requirement)
    {
        var actor = accessor.HttpContext!.Actor();
        if (requirement.AnyOf.Any(actor.May)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

/// <summary>Whether the reader works here.</summary>
internal sealed class StaffCheck(IHttpContextAccessor accessor) : AuthorizationHandler<StaffRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, StaffRequirement requirement)
    {
        if (accessor.HttpContext!.Actor().Staff is not null) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
