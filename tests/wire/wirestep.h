// One step of a scripted connection.
#pragma once

#include <QByteArray>

namespace lanyard::testing {

// What a connection does, and when; the static functions make the usual ones.
struct WireStep
{
    enum class Do {
        Answer,  // sends bytes
        Drip,    // sends atOnce bytes together and the rest one by one, intervalMs apart
        Flood,   // sends bytes, then the last repeat of them again and again, intervalMs apart (0: in each turn of the
                 // event loop)
        Silence, // sends nothing
    };
    enum class When {
        Request,   // the next request has arrived whole
        FirstByte, // anything of the next request has arrived: an answer that is early, a server that had closed
                   // already
        Accept,    // the connection is open (with TLS: encrypted)
    };
    // How the connection ends, once all bytes are on their way.
    enum class End {
        None,  // not at all
        Close, // FIN; with TLS after its closing message
        Cut,   // FIN without TLS's closing message
        Reset, // RST
    };

    Do what = Do::Answer;
    When when = When::Request;
    QByteArray bytes = {};
    int intervalMs = 0;
    qsizetype atOnce = 0;
    qsizetype repeat = 0; // 0: all
    End end = End::None;

    static WireStep answer(const QByteArray &bytes) { return {.bytes = bytes}; }
    // Closes after these bytes: an answer that says so, or one that is cut.
    static WireStep lastAnswer(const QByteArray &bytes, End end = End::Close) { return {.bytes = bytes, .end = end}; }
    static WireStep drip(const QByteArray &bytes, int intervalMs, qsizetype atOnce = 0)
    {
        return {.what = Do::Drip, .bytes = bytes, .intervalMs = intervalMs, .atOnce = atOnce};
    }
    static WireStep flood(const QByteArray &bytes, qsizetype repeat = 0, int intervalMs = 0)
    {
        return {.what = Do::Flood, .bytes = bytes, .intervalMs = intervalMs, .repeat = repeat};
    }
    static WireStep silence() { return {.what = Do::Silence}; }
    static WireStep close() { return {.what = Do::Silence, .end = End::Close}; }
    static WireStep reset() { return {.what = Do::Silence, .end = End::Reset}; }
    static WireStep resetOnFirstByte() { return reset().at(When::FirstByte); }

    // The same at another time.
    [[nodiscard]] WireStep at(When time) const
    {
        WireStep step = *this;
        step.when = time;
        return step;
    }
};

} // namespace lanyard::testing
