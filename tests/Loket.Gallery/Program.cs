using Loket.Gallery;
using Microsoft.AspNetCore.Builder;

var gallery = GalleryHost.Build(args);
await gallery.RunAsync();
