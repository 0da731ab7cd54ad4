using Loket.Kernel;
using SkiaSharp;

namespace Loket.Documents.Receiving;

/// <summary>Draws a picture anew: what it shows stays, what was hidden in the file goes (place, camera, time, other files behind it).</summary>
internal static class Picture
{
    /// <summary>The longest side of what is kept; enough to read a number on a lamp post.</summary>
    private const int LongestSide = 4096;

    private const int ThumbnailSide = 320;
    private const int Quality = 88;

    /// <summary>A picture drawn anew, with a small one of it.</summary>
    public sealed record Drawn(byte[] Picture, byte[] Thumbnail);

    /// <summary>Draws it upright, in the common colours.</summary>
    public static Result<Drawn> Redraw(Stream content, FileKind kind, long mostPixels)
    {
        using var codec = SKCodec.Create(new NonClosing(content));
        if (codec is null) return DocumentFailures.Damaged;
        if ((long)codec.Info.Width * codec.Info.Height > mostPixels) return DocumentFailures.TooManyPixels.With(mostPixels / 1_000_000);

        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, kind == FileKind.Jpeg ? SKAlphaType.Opaque : SKAlphaType.Premul, SKColorSpace.CreateSrgb());
        using var bitmap = new SKBitmap(info);
        // A picture that was cut off in transport is no proof of anything; the sender can send it again.
        if (codec.GetPixels(info, bitmap.GetPixels()) != SKCodecResult.Success) return DocumentFailures.Damaged;

        using var upright = Upright(bitmap, codec.EncodedOrigin, LongestSide);
        using var small = Upright(upright, SKEncodedOrigin.TopLeft, ThumbnailSide);
        return new Drawn(Encode(upright, kind), Encode(small, kind));
    }

    private static byte[] Encode(SKBitmap bitmap, FileKind kind)
    {
        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(
            kind switch { FileKind.Png => SKEncodedImageFormat.Png, FileKind.WebP => SKEncodedImageFormat.Webp, _ => SKEncodedImageFormat.Jpeg }, Quality);
        return data.ToArray();
    }

    /// <summary>A copy, no larger than wanted, turned as the camera was held.</summary>
    private static SKBitmap Upright(SKBitmap source, SKEncodedOrigin origin, int longestSide)
    {
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (width, height) = turned ? (source.Height, source.Width) : (source.Width, source.Height);
        var scale = Math.Min(1f, longestSide / (float)Math.Max(width, height));
        var drawn = new SKBitmap(source.Info.WithSize(Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale))));
        using var canvas = new SKCanvas(drawn);
        canvas.Clear(SKColors.Transparent);
        canvas.Scale(drawn.Width / (float)width, drawn.Height / (float)height);
        canvas.Concat(Turn(origin, source.Width, source.Height));
        using var image = SKImage.FromBitmap(source);
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return drawn;
    }

    // EXIF 2.3, orientation: from the stored rows and columns to how it is seen.
    private static SKMatrix Turn(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    /// <summary>The codec closes its stream, which is the caller's.</summary>
    private sealed class NonClosing(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => inner.Position = value;
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override int Read(Span<byte> buffer) => inner.Read(buffer);

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
