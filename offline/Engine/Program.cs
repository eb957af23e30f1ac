using Engine.CommandLine;

return await Commands.RunAsync(args);
