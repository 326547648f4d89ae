using PodPlay.Cli;

return PodPlayCommand.Run(args, CliConsole.OfProcess());
