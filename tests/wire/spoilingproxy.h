#pragma once

#include <QList>
#include <QObject>
#include <QTcpServer>

namespace lanyard::testing {

// What happens to the bytes that pass. The counts begin anew with setSpoil(), also on connections that are open.
struct Spoil
{
    int latencyMs = 0;        // each way
    qsizetype slice = 0;      // bytes in one segment; 0: as they come
    qint64 cutRequestAt = -1; // bytes that reach the service before the connection is cut; -1: all
    qint64 cutAnswerAt = -1;  // bytes that reach the client before it is cut; -1: all
    bool reset = true;        // cut with a TCP reset, otherwise in an orderly way
};

// Stands between the program and a real service on the loopback interface, passes every byte on, and spoils what it is
// told to. Runs in the event loop of the thread that made it.
class SpoilingProxy : public QObject
{
    Q_OBJECT

public:
    explicit SpoilingProxy(quint16 servicePort, QObject *parent = nullptr);
    ~SpoilingProxy() override;

    quint16 port() const { return m_server.serverPort(); }
    QString address() const; // "http://127.0.0.1:PORT"

    void setSpoil(const Spoil &spoil);
    int cuts() const { return m_cuts; } // connections that were cut so far

private:
    class Passage;

    void accept();

    QTcpServer m_server;
    quint16 m_servicePort;
    Spoil m_spoil;
    QList<Passage *> m_open;
    int m_cuts = 0;
};

} // namespace lanyard::testing
