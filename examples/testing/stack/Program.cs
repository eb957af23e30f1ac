using Pulumi;
using Web;

return await Deployment.RunAsync<Website>();
