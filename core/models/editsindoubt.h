#pragma once

#include "core/document/change.h"

#include <functional>
#include <map>
#include <optional>
#include <set>

namespace lanyard {

/// The edits in doubt: a save has sent them, or is about to, and it is not known what became of them. Until that is
/// known, the base is not authoritative for their places: an edit there stays one even if it equals the base, because
/// the value that was sent may still arrive.
///
/// - A save that begins puts its edits in doubt. What an earlier one has left in doubt is among them, for every place
/// in
///   doubt keeps an edit.
/// - An answer settles what it shows. What it does not show stays in doubt if it was posted.
/// - A lost answer settles nothing.
/// - A save that posted nothing, or was refused, settles its edits; but nothing at all if an earlier save has left some
///   in doubt.
/// - A document that is read later settles everything. What is not in it and arrives afterwards looks like a change by
///   somebody else, and is found by the merge.
/// - A draft keeps the edits without the doubt: the next run reads the document before it restores them.
///
/// That a value was posted is known for longer, and in a draft: until an answer settles it, or the edit is another one.
class EditsInDoubt
{
public:
    /// What was sent for each place.
    using Values = std::map<Path, QJsonValue>;

    /// A save begins, with @p edits.
    void begin(Values edits);
    /// Whether the save that began last found edits that an earlier one had left in doubt.
    [[nodiscard]] bool isOfEarlierToo() const { return m_isOfEarlierToo; }

    [[nodiscard]] const Values &values() const { return m_values; }
    [[nodiscard]] QList<Path> paths() const;
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_values.size()); }
    [[nodiscard]] bool contains(const Path &path) const { return m_values.contains(path); }
    /// Without these.
    [[nodiscard]] Values valuesBut(const std::set<Path> &paths) const;
    /// nullopt: not in doubt.
    [[nodiscard]] std::optional<QJsonValue> value(const Path &path) const;

    /// It is known what became of @p path.
    void settle(const Path &path) { m_values.erase(path); }
    /// A document tells what became of everything but these.
    void settleAllBut(const std::set<Path> &unseen);
    /// The save that began last posted nothing, or was refused. The result: what that settles.
    [[nodiscard]] QList<Path> settleAsNotDone();

    /// What is in doubt was posted, and may have arrived.
    void notePosted();
    void notePosted(const Path &path, const QJsonValue &value) { m_posted.insert_or_assign(path, value); }
    /// Whether @p value was posted at @p path, and no answer has settled that since.
    [[nodiscard]] bool wasPosted(const Path &path, const QJsonValue &value) const;
    /// Forgets that the others were posted.
    void keepPosted(const std::function<bool(const Path &path, const QJsonValue &value)> &isStillMeant);

    /// Settings may get another id.
    void move(const std::function<Path(const Path &)> &to);

private:
    Values m_values;
    Values m_posted;
    bool m_isOfEarlierToo = false;
};

} // namespace lanyard
