using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PodPlay.Prober;

/// <summary>All listeners and all probes in one process and one epoll.</summary>
internal sealed class Prober
{
    /// <summary>At a time: beside them the listeners have to stay below the limit of open files, which a container may not raise.</summary>
    private const int BatchSize = 8192;

    private readonly int _epoll = Libc.Check(Libc.epoll_create1(Libc.CloseOnExec), "epoll");
    private readonly Dictionary<int, (string Server, bool IsTcp)> _listeners = [];
    private readonly HashSet<int> _accepted = [];
    private readonly Dictionary<int, Probe> _asking = [];
    private readonly Libc.PollEvent[] _events = new Libc.PollEvent[512];
    private readonly byte[] _buffer = new byte[2048];
    private int _datagrams;

    /// <summary>Answers on a port, with the server's name.</summary>
    public void Listen(string @namespace, string server, bool isTcp, string address, int port)
    {
        NetworkNamespace.Enter(@namespace);
        var local = SocketAddress.Of(address, port);
        var fd = NewSocket(local.Family, isTcp);
        if (isTcp)
            SetOption(fd, 1, 2); // SOL_SOCKET, SO_REUSEADDR
        if (local.Family == Libc.IPv6)
            SetOption(fd, 41, 26); // IPPROTO_IPV6, IPV6_V6ONLY
        Libc.Check(Libc.bind(fd, local, local.Length), $"{@namespace}: {server} on {address} port {port}");
        if (isTcp)
            Libc.Check(Libc.listen(fd, 4096), "listen");
        _listeners[fd] = (server, isTcp);
        Watch(fd, Libc.In, Libc.Add);
    }

    /// <summary>Asks all of them and waits until nothing has come for a while and every expected answer is there, or the limit is reached.</summary>
    /// <param name="stops">No more after the first batch in which something is not as expected.</param>
    /// <returns>How many were asked.</returns>
    public int Ask(IReadOnlyList<Probe> probes, int quiet, int limit, bool stops)
    {
        foreach (var probe in probes)
            probe.Forget();
        var asked = 0;
        foreach (var batch in probes.Chunk(stops ? BatchSize / 2 : BatchSize))
        {
            for (var i = 0; i < batch.Length; i++)
            {
                Start(batch[i]);
                if (i % 64 == 0)
                    Poll(0);
            }
            Wait(batch, quiet, limit);
            foreach (var probe in batch.Where(p => !p.IsOver))
                End(probe);
            asked += batch.Length;
            if (stops && batch.Any(p => p.IsExpected != p.Server is not null))
                break;
        }
        return asked;
    }

    private void Wait(Probe[] batch, int quiet, int limit)
    {
        var clock = Stopwatch.StartNew();
        var (lastEvent, nextRepeat) = (0L, 150L);
        while (clock.ElapsedMilliseconds < limit)
        {
            if (Poll(20))
                lastEvent = clock.ElapsedMilliseconds;
            var isMissing = batch.Any(p => p is { IsExpected: true, Server: null, IsOver: false });
            if (clock.ElapsedMilliseconds - lastEvent > quiet && !isMissing)
                return;
            if (isMissing && clock.ElapsedMilliseconds > nextRepeat)
            {
                // Nobody repeats a datagram but the one who sent it.
                foreach (var lost in batch.Where(p => p is { IsExpected: true, IsTcp: false, Server: null, IsOver: false }))
                    Send(lost);
                nextRepeat *= 2;
            }
        }
    }

    private void Start(Probe probe)
    {
        NetworkNamespace.Enter(probe.Namespace);
        if (probe.User != 0)
            _ = Libc.setfsuid(probe.User);
        var target = SocketAddress.Of(probe.Target, probe.Port);
        var fd = probe.Socket = NewSocket(target.Family, probe.IsTcp);
        if (probe.User != 0)
            _ = Libc.setfsuid(0);
        Bind(fd, probe);
        if (Libc.connect(fd, target, target.Length) < 0 && Marshal.GetLastPInvokeError() != Libc.InProgress)
        {
            End(probe);
            return;
        }
        _asking[fd] = probe;
        Watch(fd, probe.IsTcp ? Libc.Out : Libc.In, Libc.Add);
        if (!probe.IsTcp)
            Send(probe);
    }

    // TCP: the port is chosen by connect, for this target alone. UDP: no port twice in a long time, since an answered datagram leaves an
    // "established" entry behind, through which the next one from that port would slip, whoever sends it.
    private void Bind(int fd, Probe probe)
    {
        SetOption(fd, 0, 24); // IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var source = SocketAddress.Of(probe.Source, probe.IsTcp ? 0 : 20_000 + (_datagrams++ % 40_000));
            if (Libc.bind(fd, source, source.Length) == 0)
                return;
        }
        throw new InvalidOperationException($"{probe.Namespace}: no socket from {probe.Source}: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    private void Send(Probe probe)
    {
        var question = probe.IsTcp ? Question.Segment : Question.Datagram;
        if (Libc.send(probe.Socket, question, question.Length, Libc.NoSignal) < 0)
            End(probe);
    }

    private void End(Probe probe)
    {
        if (probe.IsOver)
            return;
        _asking.Remove(probe.Socket);
        _ = Libc.close(probe.Socket);
        probe.Socket = -1;
    }

    private bool Poll(int milliseconds)
    {
        var count = Libc.epoll_wait(_epoll, _events, _events.Length, milliseconds);
        for (var i = 0; i < count; i++)
        {
            var fd = (int)_events[i].Data;
            if (_asking.TryGetValue(fd, out var probe))
                Read(probe, (_events[i].Events & Libc.Out) != 0);
            else if (_listeners.TryGetValue(fd, out var listener))
                Serve(fd, listener.Server, listener.IsTcp);
            else if (_accepted.Contains(fd))
                Finish(fd);
        }
        return count > 0;
    }

    private void Read(Probe probe, bool isConnected)
    {
        if (isConnected)
        {
            Send(probe);
            if (probe.IsOver)
                return;
            probe.Server = "?";
            Watch(probe.Socket, Libc.In, Libc.Modify);
            return;
        }
        var length = (int)Libc.recv(probe.Socket, _buffer, _buffer.Length, 0);
        if (length > 0)
            (probe.Server, probe.Client) = Question.Read(_buffer.AsSpan(0, length));
        End(probe);
    }

    private void Serve(int fd, string server, bool isTcp)
    {
        var length = SocketAddress.Size;
        if (!isTcp)
        {
            if (Libc.recvfrom(fd, _buffer, _buffer.Length, 0, out var sender, ref length) > 0)
            {
                var datagram = Question.Answer(server, sender);
                _ = Libc.sendto(fd, datagram, datagram.Length, 0, sender, sender.Length);
            }
            return;
        }
        var connection = Libc.accept4(fd, out var client, ref length, Libc.NonBlocking | Libc.CloseOnExec);
        if (connection < 0)
            return;
        var answer = Question.Answer(server, client);
        _ = Libc.send(connection, answer, answer.Length, Libc.NoSignal);
        _ = Libc.shutdown(connection, Libc.ShutWrite);
        _accepted.Add(connection);
        Watch(connection, Libc.In, Libc.Add);
    }

    // Not before the question was read: closing over unread bytes is a reset, and takes our answer with it.
    private void Finish(int connection)
    {
        if (Libc.recv(connection, _buffer, _buffer.Length, 0) > 0)
            return;
        _accepted.Remove(connection);
        _ = Libc.close(connection);
    }

    private static int NewSocket(int family, bool isTcp) =>
        Libc.Check(Libc.socket(family, (isTcp ? Libc.Stream : Libc.Datagram) | Libc.NonBlocking | Libc.CloseOnExec, 0), "socket");

    private static void SetOption(int fd, int level, int option) => Libc.Check(Libc.setsockopt(fd, level, option, 1, sizeof(int)), "setsockopt");

    private void Watch(int fd, uint events, int operation) =>
        Libc.Check(Libc.epoll_ctl(_epoll, operation, fd, new Libc.PollEvent { Events = events, Data = (ulong)fd }), "epoll_ctl");
}
