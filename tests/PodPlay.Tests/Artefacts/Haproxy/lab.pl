# Servers and clients for the tests of balancing, in the Perl that both Debian roots have: bookworm's has no curl.
#   serve NAME ADDRESS PORT [proxy]     answers HTTP, and a TLS hello in plain text, with its name and what it was told of the client
#   get FROM TO PORT HOST PATH [COUNT] [HEADER...]
#                                       a line for each request: status, server or first line of the body, what it was told; Location; Retry-After
#   loop FROM TO PORT HOST LOG          asks until LOG.stop is there: a line for each request with time, status and server
#   hello FROM TO PORT NAME             a TLS hello; prints what comes back
use strict;
use warnings;
use IO::Socket::IP;
use Socket qw(inet_ntop AF_INET AF_INET6 SOMAXCONN);
use Time::HiRes qw(time sleep);

$SIG{CHLD} = 'IGNORE';
$SIG{PIPE} = 'IGNORE';
$| = 1;
my $mode = shift;
alarm 60 if $mode eq 'get' || $mode eq 'hello'; # no test waits for ever
{ serve => \&serve, get => \&get, loop => \&ask_on, hello => \&hello }->{$mode}->(@ARGV);

sub serve {
    my ($name, $address, $port, $proxy) = @_;
    setpgrp;
    my $listener = IO::Socket::IP->new(LocalHost => $address, LocalPort => $port, Listen => SOMAXCONN, ReuseAddr => 1) or die "$name: $@";
    while (1) {
        my $client = $listener->accept or next;
        next if fork;
        answer($name, $client, $proxy);
        exit;
    }
}

sub answer {
    my ($name, $client, $proxy) = @_;
    my $source = '-';
    if ($proxy) {
        # https://www.haproxy.org/download/3.0/doc/proxy-protocol.txt, section 2.2
        my ($head, $addresses);
        (sysread $client, $head, 16) == 16 && substr($head, 0, 12) eq "\r\n\r\n\0\r\nQUIT\n" or return;
        my $length = unpack 'n', substr $head, 14;
        sysread $client, $addresses, $length if $length;
        my $family = ord(substr $head, 13) >> 4;
        $source = $family == 1 ? inet_ntop(AF_INET, substr $addresses, 0, 4) : $family == 2 ? inet_ntop(AF_INET6, substr $addresses, 0, 16) : 'local';
    }
    my $request = '';
    while (sysread $client, $request, 4096, length $request) {
        if ($request =~ /^\x16/) {
            syswrite $client, "$name proxy=$source\n";
            return;
        }
        $request =~ s/^(.*?)\r\n\r\n//s or next;
        my %header = map { /^([^:]+): *(.*)$/ ? (lc $1 => $2) : () } split /\r\n/, $1;
        my $body = "$name xff=" . ($header{'x-forwarded-for'} // '-') . ' proto=' . ($header{'x-forwarded-proto'} // '-') . " proxy=$source\n";
        syswrite $client, "HTTP/1.1 200 OK\r\nContent-Length: " . length($body) . "\r\n\r\n$body";
        return if ($header{connection} // '') eq 'close';
    }
}

sub ask {
    my ($from, $to, $port, $host, $path, @headers) = @_;
    my $server = IO::Socket::IP->new(LocalHost => $from, PeerHost => $to, PeerPort => $port, Timeout => 10) or return "refused";
    syswrite $server, join "\r\n", "GET $path HTTP/1.1", "Host: $host", 'Connection: close', @headers, '', '';
    my $answer = '';
    while (sysread $server, $answer, 65536, length $answer) { }
    my ($head, $body) = split /\r\n\r\n/, $answer, 2;
    my ($status) = ($head // '') =~ m{^HTTP/1.1 (\d+)} or return 'cut';
    my ($line) = ($body // '') =~ /^(?:<!--.*-->\n)*(.*)/;
    if ($body && $body =~ m{<title>(.*)</title>}) { $line = $1 }
    my @told = map { $head =~ /^$_: (.*?)\r?$/mi ? "$_=$1" : () } 'Location', 'Retry-After';
    return join ' ', grep { length } $status, $line // '', @told;
}

sub get {
    my ($from, $to, $port, $host, $path, $count, @headers) = @_;
    print ask($from, $to, $port, $host, $path, @headers), "\n" for 1 .. $count // 1;
}

sub ask_on {
    my ($from, $to, $port, $host, $log) = @_;
    open my $file, '>>', $log or die;
    $file->autoflush;
    until (-e "$log.stop") {
        my ($status, $server) = split / /, ask($from, $to, $port, $host, '/');
        printf $file "%.2f %s %s\n", time, $status, $server // '-';
        sleep 0.005;
    }
}

sub hello {
    my ($from, $to, $port, $name) = @_;
    my $sni = pack 'n n n C n a*', 0, length($name) + 5, length($name) + 3, 0, length $name, $name;
    # supported groups P-256; ECDSA and RSA with SHA-256; no TLS 1.3, so that an alert is not encrypted
    my $extensions = $sni . pack('n n n n', 10, 4, 2, 23) . pack('n n n n n', 13, 6, 4, 0x0403, 0x0804) . pack('n n C C', 11, 2, 1, 0);
    my $body = pack 'n a32 C n n C C n a*', 0x0303, 'podplay' x 5, 0, 2, 0xc02b, 1, 0, length $extensions, $extensions;
    my $handshake = pack('C', 1) . substr(pack('N', length $body), 1) . $body;
    my $server = IO::Socket::IP->new(LocalHost => $from, PeerHost => $to, PeerPort => $port, Timeout => 10) or return print "refused\n";
    syswrite $server, pack 'C n n a*', 0x16, 0x0301, length $handshake, $handshake;
    my $answer = '';
    sysread $server, $answer, 4096;
    print $answer eq '' ? "closed\n"
        : ord($answer) == 22 ? "handshake\n"
        : ord($answer) == 21 ? 'alert ' . ord(substr $answer, 6) . "\n"
        : $answer;
}
