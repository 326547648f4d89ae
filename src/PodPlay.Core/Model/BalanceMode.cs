namespace PodPlay.Model;

public enum BalanceMode
{
    Http,
    Tcp,
}
