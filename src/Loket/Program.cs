using Loket.Commands;

return await LoketProgram.Run(args);
