using Xunit;

// Each of these keeps the whole machine busy.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]
