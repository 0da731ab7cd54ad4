using Loket.Commands;
using Loket.Demo.Commands;

return await LoketProgram.Run(args, DemoCommand.Make(), CodeCommand.Make(), CodesCommand.Make(), ScenarioCommand.Make(), BenchCommand.Make(), BenchServeCommand.Make());
