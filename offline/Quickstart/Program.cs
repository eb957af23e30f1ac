using Quickstart;

return await Commands.RunAsync(args);
