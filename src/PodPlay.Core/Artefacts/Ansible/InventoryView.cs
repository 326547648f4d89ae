using PodPlay.Model;

namespace PodPlay.Artefacts.Ansible;

/// <summary>What <c>inventory.sbn</c> sees: the hosts that Ansible reaches by ssh, and those that nobody does.</summary>
internal static class InventoryView
{
    public static View Of(Network network) => new()
    {
        { "header", Header.Lines() },
        { "is_empty", network.Hosts.All(h => h.Admin is null) },
        {
            "hosts",
            from host in network.Hosts
            where host.Admin is not null
            select new View { { "name", host.Name }, { "address", Quote.Yaml(host.Addresses[0].ToString()) }, { "port", host.Admin!.SshPort } }
        },
        { "without_ssh", network.Hosts.Where(h => h.Admin is null).Select(h => h.Name) },
    };
}
