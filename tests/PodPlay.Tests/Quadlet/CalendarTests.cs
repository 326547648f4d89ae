using PodPlay.Model;
using PodPlay.Testing.Tools;

namespace PodPlay.Quadlet;

/// <summary>What podplay takes for a time is what systemd takes for one.</summary>
public sealed class CalendarTests
{
    public static TheoryData<string> Good =>
    [
        "minutely", "hourly", "daily", "weekly", "monthly", "yearly", "annually", "quarterly", "semiannually", "semi-annually", "bi-annually", "biannually",
        "Daily", "WEEKLY", "daily UTC", "daily utc", "daily GMT", "daily Europe/Berlin", "daily Etc/UTC", "02:00:00 UTC", "Mon 02:00 America/Argentina/Ushuaia",
        "Mon", "MON", "monday", "mon,fri", "Mon,", "Mon-Fri", "Mon..Fri", "Mon..Wed,Fri 03:00", "Mon *-*-1..7 18:00", "Mon *-05~07/1",
        "02:00", "2:0", "*:15", "*:0/5", "1..5:00", "0..3/4:00", "0..23/2:00", "0000000002:00", "*-*-* 00,12:00:00", "*-*-*  02:00", "*-*-* *:*:*",
        "0:0:*", "00:00:00.5", "00:00:0..1", "0:0:0.123456", "0:0:0.1234567", "00:00:0/30",
        "*-*-*", "*-1,7-01", "01-01", "01..02-*", "*-02~01", "*-*~7/1", "*~*", "99-01-01", "26-01-01", "70-01-01", "2026-02-30", "2026..2030-01-01", "@1395716396",
    ];

    public static TheoryData<string> Bad =>
    [
        "", " ", " 02:00", "02:00 ", "every day", "midnight", "half-yearly", "dailies", "daily daily", "daily 02:00", "UTC", "daily Nowhere/City", "daily Europe", "02:00 CET",
        "Mond", "Montag", "Mon..", "Mon,,Fri", "Mon, Fri", "Mon ,Tue", "Mon Tue", "Fri..Mon", "02:00 Mon", ",", "-",
        "02", "2am", "Sat 2am", "T02:00", ":15", "02:00:", "1:2:3:4", "24:00", "25:00", "02:60", "02:00:60", "5..1:00", "10/24:00", "+5:00", "1;2:00", "99999999999:00",
        "*:*/5", "*/2", "*:0/0", "*:0/70", "0:0:*/5", "0:0:0.1.2", "0 3 * * *", "@daily",
        "*", "* 02:00", "2026-13-01", "2026-00-01", "*-*-32", "*-*-0", "*-02~30", "1969-01-01", "2200-01-01", "2026~1", "2026-01-01T02:00", "2026-01-01-01", "@", "@x",
    ];

    [ToolTheory(Debian.Trixie)]
    [MemberData(nameof(Good))]
    public void Both_take_it(string expression)
    {
        Assert.True(Calendar.IsValid(expression));
        Assert.Equal(0, Systemd(expression).ExitCode);
    }

    [ToolTheory(Debian.Trixie)]
    [MemberData(nameof(Bad))]
    public void Both_refuse_it(string expression)
    {
        Assert.False(Calendar.IsValid(expression));
        Assert.NotEqual(0, Systemd(expression).ExitCode);
    }

    private static ToolResult Systemd(string expression) => InRoot.Run(Debian.Trixie, null, "systemd-analyze", "calendar", "--", expression);
}
