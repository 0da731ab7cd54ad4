using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Loket.Hosting;

/// <summary>Figures and traces for who collects them (OpenTelemetry); off unless configured.</summary>
internal static class Telemetry
{
    // Addresses and question marks of pages may hold references; the route says enough.
    private static readonly string[] Withheld = ["url.path", "url.query", "url.full", "client.address", "user_agent.original", "network.peer.address"];

    public static void AddTelemetry(this IServiceCollection services, Uri collector) => services.AddOpenTelemetry()
        .ConfigureResource(resource => resource.AddService("loket"))
        .WithMetrics(metrics => metrics.AddMeter(
                "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Routing", "Npgsql")
            .AddOtlpExporter(export => To(export, collector, "v1/metrics")))
        .WithTracing(traces => traces.AddSource("Microsoft.AspNetCore", "Npgsql").AddProcessor(new Withhold())
            .AddOtlpExporter(export => To(export, collector, "v1/traces")));

    // Logs stay on this machine: an error may quote what somebody typed.
    private static void To(OtlpExporterOptions export, Uri collector, string signal) =>
        (export.Protocol, export.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new Uri(collector, signal));

    private sealed class Withhold : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            foreach (var tag in Withheld) data.SetTag(tag, null);
        }
    }
}
