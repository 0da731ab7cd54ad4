using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace Loket.Web.Components;

/// <summary>Puts the components, layouts and texts at the disposal of pages.</summary>
public static class DesignSystem
{
    /// <summary>Registers what pages, layouts and components need. The host adds an <see cref="IMunicipalityFace"/> and <see cref="StaffPlaces"/>.</summary>
    public static IServiceCollection AddDesignSystem(this IServiceCollection services)
    {
        services.TryAddSingleton(TextCatalogue.Default);
        services.TryAddTransient<PageTexts>();
        services.TryAddTransient(typeof(TextsOf<>));
        services.TryAddScoped<Frame>();
        // Names with accents are written as they are; everything that could end a tag or an attribute stays encoded.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<MvcOptions>(options =>
        {
            // Whether a field may stay empty is a rule of its form, said in words of its own.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            SpeakPlainly(options.ModelBindingMessageProvider);
        });
        return services;
    }

    private static void SpeakPlainly(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => NotUnderstood);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => NotUnderstood);
        messages.SetUnknownValueIsInvalidAccessor(_ => NotUnderstood);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => NotUnderstood);
        messages.SetValueIsInvalidAccessor(_ => NotUnderstood);
        messages.SetValueMustBeANumberAccessor(_ => NotUnderstood);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => NotUnderstood);
        messages.SetValueMustNotBeNullAccessor(_ => Required);
        messages.SetMissingBindRequiredValueAccessor(_ => Required);
        messages.SetMissingKeyOrValueAccessor(() => Required);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Required);
    }

    private static string NotUnderstood => Shared["Field.NotUnderstood"];

    private static string Required => Shared["Field.Required"];

    private static Words Shared => TextCatalogue.Default.For(Words.Shared, System.Globalization.CultureInfo.CurrentUICulture);
}
