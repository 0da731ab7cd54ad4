using Loket.Hosting;

var app = WebApplication.CreateBuilder(args).BuildLoket(withWorker: true);
await app.RunAsync();
