using Loket.Commands;
using Loket.Demo.Commands;

return await LoketProgram.Run(args, DemoCommand.Make(), ScenarioCommand.Make(), BenchCommand.Make());
