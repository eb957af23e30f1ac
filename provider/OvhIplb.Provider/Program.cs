await Console.Error.WriteLineAsync("This build of the plugin serves nothing yet.");
return 1;
