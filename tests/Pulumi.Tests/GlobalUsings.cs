global using System.Collections.Concurrent;
global using System.Collections.Immutable;
global using System.Text.Json;
