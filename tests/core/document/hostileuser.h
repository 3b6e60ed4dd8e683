// A user's document as bytes that no writer of ours would make, and the bytes that a save of it must send.
#pragma once

#include "core/document/change.h"

#include <QRandomGenerator>

#include <map>
#include <set>

namespace lanyard::testing {

// Every notation that JSON has: numbers that no type holds, escapes of every kind, members that stand twice, white
// space and order as they fall. Built of pieces, so that what an edit must change is known without reading a byte.
class HostileUser
{
public:
    explicit HostileUser(QRandomGenerator &random);

    [[nodiscard]] QByteArray bytes() const { return m_pieces.join(); }
    // Every place that can be edited, whether anything stands there or not.
    [[nodiscard]] const std::set<Path> &places() const { return m_places; }
    // Those of them that may not be: a member there stands twice, or holds a number that would change.
    [[nodiscard]] const std::set<Path> &locked() const { return m_locked; }

    // The bytes with @p json in place of what stands at each path.
    [[nodiscard]] QByteArray with(const std::map<Path, QByteArray> &json) const;

private:
    struct Place
    {
        qsizetype value = -1; // the piece that an edit replaces; -1: none, it is added
        qsizetype end = -1;   // the empty piece behind the last member of the object
        QByteArray name;      // of the member that is added
    };

    int below(int limit) { return static_cast<int>(m_random.bounded(limit)); }
    QByteArray space();
    QByteArray name(const QByteArray &plain);
    QByteArray number();
    QByteArray text();
    QByteArray anything(int depth);
    void member(const QByteArray &plain, const QByteArray &value, bool isFirst);
    void profile();
    void settings();
    void setting(int id);

    QRandomGenerator &m_random;
    QByteArrayList m_pieces;
    std::map<Path, Place> m_at;
    std::set<Path> m_places;
    std::set<Path> m_locked;
};

} // namespace lanyard::testing
