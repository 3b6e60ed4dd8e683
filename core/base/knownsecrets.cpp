#include "core/base/knownsecrets.h"

namespace lanyard {

namespace {

using Place = SecretSet::Place;
using Search = SecretSet::Search;

// So much is looked at of what follows a text of which only the beginning is asked for.
constexpr qsizetype LongestLookedAt = 4096;

} // namespace

KnownSecrets::KnownSecrets(const QList<Secret> &secrets, In in)
{
    if (const auto set = std::make_shared<const SecretSet>(secrets, in); !set->isEmpty())
        m_sets.append(set);
}

KnownSecrets &KnownSecrets::operator+=(const KnownSecrets &others)
{
    QList<Set> more = others.m_sets;
    more.removeIf([this](const Set &set) { return m_sets.contains(set); });
    m_sets = m_sets.isEmpty() ? more : m_sets + more;
    return *this;
}

QList<Place> KnownSecrets::places(QStringView text, Search search) const
{
    QList<Place> found;
    for (const Set &set : m_sets) {
        found += set->places(text, search);
        if (search != Search::All && !found.isEmpty())
            return found;
    }
    if (m_sets.size() > 1)
        std::sort(found.begin(), found.end(), [](const Place &a, const Place &b) { return a.at < b.at; });
    return found;
}

bool KnownSecrets::isIn(const QString &text) const
{
    return !places(text, Search::One).isEmpty();
}

bool KnownSecrets::isBegunIn(const QString &text) const
{
    return !places(text, Search::Begun).isEmpty();
}

QString KnownSecrets::redacted(const QString &text, qsizetype size) const
{
    const qsizetype end = qMin(size, text.size());
    constexpr qsizetype longestEscape = 10;
    qsizetype longest = 0;
    for (const Set &set : m_sets)
        longest = qMax(longest, set->longest());
    const qsizetype room = longestEscape * qMin(longest, LongestLookedAt);
    QString clean;
    qsizetype kept = 0; // from here on the text is not in the result yet
    for (const Place &place : places(QStringView(text).first(qMin(end + room, text.size())), Search::All)) {
        if (place.at >= end)
            break;
        if (place.at >= kept) {
            clean += QStringView(text).sliced(kept, place.at - kept);
            clean += SecretMask;
        }
        kept = qMax(kept, place.at + place.length);
    }
    if (kept == 0)
        return text.left(end);
    return kept < end ? clean.append(QStringView(text).sliced(kept, end - kept)) : clean;
}

} // namespace lanyard
