#include "core/base/differing.h"

#include <algorithm>

namespace lanyard {

namespace {

constexpr qsizetype ShownAround = 40;  // of what is shared, beside what differs
constexpr qsizetype Block = 64;        // what is compared at once to find out where texts agree again
constexpr qsizetype Reach = 16 * 1024; // so far ahead it is looked for: texts may be of megabytes

// A stretch that is the same in all texts, and where it begins in each.
struct SharedStretch
{
    QList<qsizetype> begins;
    qsizetype length = 0;
};

class SharedStretches
{
public:
    explicit SharedStretches(const QStringList &texts) : m_texts(texts), m_done(texts.size(), 0), m_ends(texts.size())
    {
        std::transform(texts.begin(), texts.end(), m_ends.begin(), [](const QString &text) { return text.size(); });
        add(m_done, lengthFrom(m_done));
        const qsizetype atEnd = lengthBefore(m_ends, m_done);
        QList<qsizetype> last = m_ends;
        for (qsizetype &end : last)
            end -= atEnd;
        m_ends = last;
        addBetween();
        add(last, atEnd);
    }

    [[nodiscard]] const QList<SharedStretch> &found() const { return m_found; }

private:
    void add(const QList<qsizetype> &begins, qsizetype length)
    {
        m_found.append({begins, length});
        for (qsizetype i = 0; i < begins.size(); ++i)
            m_done[i] = begins.at(i) + length;
    }

    [[nodiscard]] bool isSameAt(const QList<qsizetype> &places, qsizetype offset) const
    {
        const QChar first = m_texts.constFirst().at(places.constFirst() + offset);
        for (qsizetype i = 1; i < places.size(); ++i) {
            if (m_texts.at(i).at(places.at(i) + offset) != first)
                return false;
        }
        return true;
    }

    // In the text that has the least of it.
    [[nodiscard]] static qsizetype roomBetween(const QList<qsizetype> &begins, const QList<qsizetype> &ends)
    {
        qsizetype least = ends.constFirst() - begins.constFirst();
        for (qsizetype i = 1; i < begins.size(); ++i)
            least = qMin(least, ends.at(i) - begins.at(i));
        return least;
    }

    [[nodiscard]] qsizetype lengthFrom(const QList<qsizetype> &begins) const
    {
        const qsizetype most = roomBetween(begins, m_ends);
        qsizetype length = 0;
        while (length < most && isSameAt(begins, length))
            ++length;
        return length;
    }

    [[nodiscard]] qsizetype lengthBefore(const QList<qsizetype> &ends, const QList<qsizetype> &begins) const
    {
        const qsizetype most = roomBetween(begins, ends);
        qsizetype length = 0;
        while (length < most && isSameAt(ends, -length - 1))
            ++length;
        return length;
    }

    // Where the block at @p at of the first text comes next in each; empty if it does not in one of them.
    [[nodiscard]] QList<qsizetype> placesOf(qsizetype at) const
    {
        const QStringView block = QStringView(m_texts.constFirst()).sliced(at, Block);
        QList<qsizetype> places{at};
        for (qsizetype i = 1; i < m_texts.size(); ++i) {
            const qsizetype left = m_ends.at(i) - m_done.at(i);
            const qsizetype found = QStringView(m_texts.at(i)).sliced(m_done.at(i), qMin(left, Reach)).indexOf(block);
            if (found < 0)
                return {};
            places << m_done.at(i) + found;
        }
        return places;
    }

    void addBetween()
    {
        for (qsizetype at = m_done.constFirst(); at + Block <= m_ends.constFirst();) {
            QList<qsizetype> places = placesOf(at);
            if (places.isEmpty()) {
                at += Block;
                continue;
            }
            const qsizetype before = lengthBefore(places, m_done);
            for (qsizetype &place : places)
                place -= before;
            add(places, lengthFrom(places));
            at = m_done.constFirst();
        }
    }

    QStringList m_texts;
    QList<qsizetype> m_done; // up to here it has been compared, in each text
    QList<qsizetype> m_ends;
    QList<SharedStretch> m_found;
};

// @p at or the place next to it: no character is cut in two.
qsizetype besideWhole(const QString &text, qsizetype at)
{
    return at > 0 && at < text.size() && text.at(at).isLowSurrogate() ? at + 1 : at;
}

QString shortenedAlike(const QString &text, qsizetype number, const QList<SharedStretch> &shared)
{
    QString shown;
    qsizetype done = 0;
    for (const SharedStretch &stretch : shared) {
        const qsizetype begin = stretch.begins.at(number);
        const qsizetype end = begin + stretch.length;
        const qsizetype cut = begin == 0 ? 0 : besideWhole(text, begin + ShownAround);
        const qsizetype goesOn = end == text.size() ? end : besideWhole(text, end - ShownAround);
        if (goesOn - cut <= ShownAround)
            continue;
        shown += QStringView(text).sliced(done, cut - done);
        shown += u'…';
        done = goesOn;
    }
    return shown + text.mid(done);
}

} // namespace

QStringList differingPassages(const QStringList &texts)
{
    const auto isShort = [](const QString &text) { return text.size() <= WholeTextLimit; };
    if (texts.size() < 2 || std::all_of(texts.begin(), texts.end(), isShort))
        return texts;
    const QList<SharedStretch> shared = SharedStretches(texts).found();
    QStringList shown;
    for (qsizetype i = 0; i < texts.size(); ++i)
        shown << shortenedAlike(texts.at(i), i, shared);
    return shown;
}

qsizetype beginOfDifference(const QString &text, const QString &other)
{
    const auto differs = std::mismatch(text.begin(), text.end(), other.begin(), other.end()).first - text.begin();
    return differs <= 2 * ShownAround ? 0 : besideWhole(text, differs - ShownAround);
}

} // namespace lanyard
