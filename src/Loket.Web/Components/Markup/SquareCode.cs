using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Loket.Web.Components;

/// <summary>A square code (QR) that a telephone reads, as a drawing in the page.</summary>
public static class SquareCode
{
    /// <summary>Draws a text, an address mostly; black on white whatever the theme, or cameras cannot read it.</summary>
    public static HtmlString Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(data);
        return new HtmlString(drawing.GetGraphic(5, "#000000", "#ffffff"));
    }
}
