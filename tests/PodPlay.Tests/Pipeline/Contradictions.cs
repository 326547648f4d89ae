using System.Collections.Immutable;
using Shown = PodPlay.Pipeline.ContradictionTests;

namespace PodPlay.Pipeline;

/// <summary>All of them, by area.</summary>
internal static class Contradictions
{
    public static ImmutableArray<Contradiction> All { get; } =
    [
        New("PORT001", "Apache, Certbot and HAProxy all on host port 8080", "one owner of a port; the others are private", "PP301 PP302"),
        New("PORT002", "the balancer serves 80 only, the router sends 443 as well", "one declaration for router, host and container", "", nameof(Shown.Haproxy_binds_both_families_and_serves_443), nameof(Shown.Every_public_port_is_in_the_routers_list_and_nothing_else_is)),
        New("PORT003", "143 and 110 are external, and not forwarded", "forwards are derived from the public ports", "", nameof(Shown.Every_public_port_is_in_the_routers_list_and_nothing_else_is)),
        New("PORT004", "465, 995 and 53/tcp are forwarded, and dropped by the firewall", "rules are derived from the same ports", "", nameof(Shown.Every_exposed_port_is_accepted_by_its_hosts_ruleset)),
        New("PORT005", "DNS by TCP and UDP, forwarded without a protocol", "a forward for each protocol", "PP309", nameof(Shown.DNS_goes_through_router_and_ruleset_by_both_protocols), nameof(Shown.DNS_by_one_protocol_is_a_finding)),
        New("PORT006", "110 and 143 open to the internet", "the encrypted forms; the others for the LAN", "PP311"),
        New("PORT007", "no root, and ports below 1024", "said for each port, with ways out", "PP307"),
        New("PORT008", "a process without root on port 80 of its container", "the container's own namespace allows it", "", nameof(Shown.A_container_may_bind_the_low_port_that_it_listens_on)),
        New("PORT009", "-p 8080:80 on every address of the host", "published on each address by family", "", nameof(Shown.Every_exposed_port_of_a_zone_is_published_on_each_address_of_its_host_by_family)),

        New("NET001", "a /16 beside three /24 inside it", "subnets may not overlap", "PP202"),
        New("NET002", "addresses outside the zones of their services", "an address is a number in the zone", "PP203", nameof(Shown.An_address_outside_the_zone_is_a_finding)),
        New("NET003", "addresses in /etc/hosts that no container is given", "one table of names for units and hosts", "", nameof(Shown.Every_name_in_the_hosts_block_is_an_address_that_a_unit_or_host_has)),
        New("NET004", "DNS on the host's network, with an address in a zone", "one or the other", "PP205"),
        New("NET005", "zones that nobody makes, or that podman makes elsewhere", "a unit for each zone, with its subnets", "PP214", nameof(Shown.Every_zone_is_made_with_its_own_subnets)),
        New("NET006", "an IPv6 network to which podman adds IPv4 of its choice", "only the subnets of the spec", "", nameof(Shown.A_zone_of_one_family_gets_no_subnet_of_podmans_choice)),
        New("NET007", "fd00:dead:beef::/48, not random", "said", "PP211"),
        New("NET008", "IPv6 on a network of its own that no service is in", "zones of both families; the lack of one is said", "PP210 PP213"),
        New("NET009", "unique local IPv6 for services on the internet", "the host's address is public, and leads on", "PP321", nameof(Shown.A_host_whose_IPv6_is_private_is_said_not_to_be_reached), nameof(Shown.The_challenge_arrives_by_IPv6_too)),
        New("NET010", "services that share no network with those they call", "names and ways come from the flows", "PP403", nameof(Shown.Whom_a_service_calls_it_can_look_up_by_an_address_that_it_may_reach), nameof(Shown.A_client_on_another_host_cannot_be_sent_to_a_private_port)),
        New("NET011", "isolation by separate bridges, which route to each other", "the ruleset drops what no flow allows", "", nameof(Shown.Bridges_route_to_each_other_only_by_a_flow)),
        New("NET012", "a management network to which nothing is bound", "ports of named administrators only", "", nameof(Shown.What_manages_the_site_is_open_to_its_administrators_alone)),
        New("NET013", "bridges with fixed addresses, on several hosts", "a zone is on one host; flows across hosts need a published port", "PP403", nameof(Shown.Every_host_has_bridges_of_its_own), nameof(Shown.A_client_on_another_host_cannot_be_sent_to_a_private_port)),
        New("NET014", "IPv6 switched on by disable_ipv6=0", "it comes with the subnet", "", nameof(Shown.IPv6_comes_with_the_subnet_and_not_by_a_kernel_setting)),
        New("NET015", "the host's network for speed, with settings of its own", "no settings there; the ruleset guards its ports as well", "PP801", nameof(Shown.On_the_hosts_network_a_container_gets_no_settings_of_that_network)),
        New("NET016", "/dev/vfio/1 as a network card", "a device for drivers of its own, and its companion", "PP708"),

        New("DNS001", "the domain .local", "said: it is multicast DNS", "PP502"),
        New("DNS002", "a public resolver beside one's own, as a fallback", "said: it is asked for the names inside, too", "PP509", nameof(Shown.Containers_ask_the_sites_own_name_server_alone)),
        New("DNS003", "--dns takes the place of podman's resolver", "whom a service calls stands in its own hosts file", "", nameof(Shown.Whom_a_service_calls_it_can_look_up_by_an_address_that_it_may_reach), nameof(Shown.The_resolver_of_a_closed_zone_goes_on_asking_the_world)),
        New("DNS004", "BIND on port 53 of every address", "on the host's own addresses only", "PP308"),
        New("DNS005", "a public name server that answers everything to everybody", "two views; to the internet its own domains only, at a limited rate", "", nameof(Shown.The_internet_is_told_public_names_only_and_at_a_limited_rate)),
        New("DNS006", "one name server, at home, for a public domain", "said", "PP511 PP527", nameof(Shown.A_domain_that_hangs_on_one_address_is_a_finding)),
        New("DNS007", "a service's name leads to one replica", "to all of them", "", nameof(Shown.The_name_of_a_replicated_service_stands_for_all_of_its_containers)),
        New("DNS008", "/etc/hosts of the host is copied into containers", "switched off", "", nameof(Shown.The_hosts_own_names_do_not_shadow_those_in_containers)),
        New("DNS009", "a dns: section that podman has not", "DNS= in the units", "", nameof(Shown.The_resolvers_of_a_container_stand_in_its_unit)),

        New("ACME001", "the challenge goes to a port that Apache has", "one owner of port 80, who hands the path on", "PP301 PP601"),
        New("ACME002", "port 80 by IPv4 only, with an AAAA record", "led on by the host", "PP602", nameof(Shown.The_challenge_arrives_by_IPv6_too)),
        New("ACME003", "certificates that reach nobody and are never renewed", "shared folder, timer, reload", "PP603", nameof(Shown.Certificates_reach_those_who_use_them_and_are_renewed)),
        New("ACME004", "certificates of a public authority for internal names", "an error", "PP616", nameof(Shown.A_public_authority_is_not_asked_for_internal_names)),
        New("LB001", "bind *:80", "both families", "", nameof(Shown.Haproxy_binds_both_families_and_serves_443)),
        New("LB002", "servers by names that may not resolve", "by address", "", nameof(Shown.Haproxy_reaches_its_servers_by_address_and_limits_what_each_gets)),
        New("LB003", "a check of the connection only", "said", "PP703"),
        New("LB004", "no log, no client address, no time-out", "in the defaults", "", nameof(Shown.Haproxy_has_what_the_description_left_out)),
        New("LB005", "an empty volume in place of the configuration", "the generated folder", "", nameof(Shown.Haproxys_folder_is_mounted_and_not_an_empty_volume)),
        New("LB006", "a limit for all and none for each server", "maxconn of each server", "", nameof(Shown.Haproxy_reaches_its_servers_by_address_and_limits_what_each_gets)),
        New("WEB001", "Listen twice for one port", "once", "PP104", nameof(Shown.Apache_listens_once_on_each_port), nameof(Shown.A_second_listen_line_cannot_be_written)),
        New("WEB002", "VirtualHost for each family", "*:PORT", "", nameof(Shown.Virtual_hosts_answer_on_both_families)),
        New("WEB003", "port 443 without a site", "said, or served", "PP604", nameof(Shown.Haproxy_binds_both_families_and_serves_443)),
        New("MAIL001", "MAIL_PORT=25 for applications", "submission, with a login", "PP330", nameof(Shown.Mail_on_port_25_is_a_finding), nameof(Shown.Mail_is_handed_over_on_the_port_that_asks_for_a_password)),
        New("MAIL002", "a mail server of an ordinary user", "an error: it relays for everybody", "PP414"),
        New("MAIL003", "mail from home", "what to ask of the provider", "PP317 PP331 PP332", nameof(Shown.What_a_mail_server_at_home_needs_from_the_provider_is_said)),

        New("FW001", "INPUT rules for ports that are forwarded", "judged where they are forwarded", "", nameof(Shown.Published_ports_are_judged_where_they_are_forwarded)),
        New("FW002", "no loopback, no ICMP, no ssh", "always let in", "PP408", nameof(Shown.The_ruleset_lets_loopback_icmp_and_the_administrator_in), nameof(Shown.Closing_ssh_is_a_finding_unless_a_reason_is_given)),
        New("FW003", "IPv4 only", "one ruleset of both families", "", nameof(Shown.The_ruleset_is_of_both_families_and_replaced_as_a_whole)),
        New("FW004", "rules that are appended, and lost at boot", "replaced as a whole, by a unit", "", nameof(Shown.The_ruleset_is_of_both_families_and_replaced_as_a_whole)),
        New("FW005", "53/udp from anywhere, 53/tcp from nowhere", "both protocols, from where the port says", "PP309", nameof(Shown.DNS_goes_through_router_and_ruleset_by_both_protocols)),
        New("OPS001", "podman generate systemd", "Quadlet units from the spec", "", nameof(Shown.Units_start_at_boot_and_again_after_a_fault_and_name_no_container_by_its_number)),
        New("OPS002", "subnets read back from podman for the backup", "the spec is the backup", "", nameof(Shown.What_is_needed_to_make_a_site_again_stands_in_the_spec)),
        New("OPS003", "systemctl enable for generated units", "units that install themselves", "", nameof(Shown.Units_start_at_boot_and_again_after_a_fault_and_name_no_container_by_its_number)),
        New("OPS004", "tcpdump, ping and ss in the containers", "run from the host in the container's network", "", nameof(Shown.Run_books_look_into_containers_from_the_host)),
        New("OPS005", "images without a version, no restart, no check", "said, and on by default", "PP701 PP703", nameof(Shown.Units_start_at_boot_and_again_after_a_fault_and_name_no_container_by_its_number)),
        New("SYS001", "sysctl -w", "a file that is read at boot", "", nameof(Shown.Kernel_settings_outlive_a_boot)),
        New("SYS002", "128 MiB buffers, 87380 at the start", "taken, with a comment", "PP807"),
        New("SYS003", "fast open for programs that do not ask for it", "said", "PP802 PP807", nameof(Shown.The_hosts_fast_open_is_said_not_to_reach_containers)),
        New("SYS004", "rmem_max in a container", "refused", "PP801", nameof(Shown.A_setting_of_the_host_is_refused_to_a_container)),
        New("SRC001", "no root, and limits or trust by the client's address", "an error", "PP414"),
    ];

    private static Contradiction New(string id, string says, string answer, string codes, params ImmutableArray<string> tests) =>
        new(id, says, answer, [.. codes.Split(' ', StringSplitOptions.RemoveEmptyEntries)], tests);
}
