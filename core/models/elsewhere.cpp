// What somebody else has changed since it was read, or since the user began to edit it.
#include "core/base/sentences.h"
#include "core/base/text.h"
#include "core/document/arrival.h"
#include "core/document/samemeaning.h"
#include "core/document/userfields.h"
#include "core/models/documentedits.h"
#include "core/models/editvalue.h"
#include "core/models/placetext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

class ElsewhereNotice
{
    Q_DECLARE_TR_FUNCTIONS(ElsewhereNotice)

public:
    static QString was(const QString &before)
    {
        return withQuotation(tr("Changed elsewhere; it was “%1”."), quoted(before));
    }
    static QString to(const QString &now) { return withQuotation(tr("Also changed elsewhere, to “%1”."), quoted(now)); }
};

// The editable values of @p user, by place.
std::map<Path, QJsonValue> valuesOf(const User &user, bool withSettings)
{
    std::map<Path, QJsonValue> values;
    for (const UserField &field : userFields()) {
        if (field.editable)
            values.insert({Path::field(QString(field.key)), user.valueAt(Path::field(QString(field.key)))});
    }
    const QList<Setting> settings = withSettings ? user.settings() : QList<Setting>();
    for (const Setting &setting : settings)
        values.insert({Path::setting(setting.id()), setting.value()});
    return values;
}

} // namespace

// To be called before @p now becomes the base, whose places for those of the base @p to tells. @p own: what the user
// has sent. Whether there is anything that was not noted before.
bool DocumentEdits::noteElsewhere(const User &now, const EditsInDoubt::Values &own,
                                  const std::function<Path(const Path &)> &to)
{
    if (m_base.id() != now.id())
        return false;
    bool isNews = false;
    const bool hasOtherSettings = !now.hasSameList(u"settings"_s, m_base);
    const std::map<Path, QJsonValue> values = valuesOf(now, hasOtherSettings);
    for (const auto &[place, old] : valuesOf(m_base, hasOtherSettings)) {
        const Path there = to(place);
        const auto value = values.find(there);
        Change sentThere = sentChange(place, m_inDoubt.value(place).value_or(QJsonValue()), old);
        sentThere.path = there;
        if (isNormalised(sentThere, now))
            continue;
        if (value != values.end() && !own.contains(place) && !own.contains(there) && value->second != old &&
            !sameMeaning(kindAt(place, m_base), old, value->second) &&
            m_base.settingNameAt(place) == now.settingNameAt(there)) {
            m_elsewhere.insert({there, old});
            isNews = true;
        }
    }
    m_isElsewhereNews |= isNews;
    return isNews;
}

QString DocumentEdits::notice(const Path &path) const
{
    if (const auto found = m_notices.find(path); found != m_notices.end())
        return m_hidden.shown(found->second);
    const auto found = m_elsewhere.find(path);
    const bool isNews = found != m_elsewhere.end();
    if (!isNews && !(isTouched(path) && conflicts().contains(path)))
        return {};
    const ValueAt now = [this](const Path &asked) { return m_base.valueAt(asked); };
    const bool isTo = !isNews || isTouched(path);
    const QJsonValue old = isTo ? begunOver(path) : found->second;
    const ValueAt before = [&](const Path &asked) { return asked == path ? old : QJsonValue(); };
    return isTo ? ElsewhereNotice::to(placeTextUnlike(before, path, m_base, now, m_hidden))
                : ElsewhereNotice::was(placeTextUnlike(now, path, m_base, before, m_hidden));
}

std::set<Path> DocumentEdits::noticed() const
{
    std::set<Path> places;
    for (const auto &[path, notice] : m_notices)
        places.insert(path);
    for (const auto &[path, value] : m_elsewhere)
        places.insert(path);
    for (const auto &undecided = conflicts(); const Path &place : undecided)
        places.insert(place);
    return places;
}

// As the merge of a save would find them, if the service still has what was last read. Asked for with each letter: most
// edits are of what the base still has.
QList<Path> DocumentEdits::conflicts() const
{
    const auto isElsewhere = [this](const Path &path, const QJsonValue &before) {
        return m_base.valueAt(path) != before;
    };
    std::set<Path> changed;
    for (const auto &[path, edit] : m_edits) {
        const auto other = edit.otherBefore ? otherHalf(path) : std::nullopt;
        if (isElsewhere(path, edit.before) || (other && isElsewhere(*other, *edit.otherBefore)))
            changed.insert(placeOf(path));
    }
    if (changed.empty())
        return {};
    QList<Change> mine = changes();
    mine.removeIf([&changed](const Change &change) { return !changed.contains(placeOf(change.path)); });
    QList<Path> places;
    for (const auto &found = merged(mine, m_base).conflicts; const Conflict &conflict : found)
        places.append(placeOf(conflict.path()));
    return places;
}

// What was taken, in whatever form, is no edit any more.
bool DocumentEdits::isRefused(const Path &path) const
{
    return m_notices.contains(path) && isTouched(path);
}

bool DocumentEdits::isElsewhere(const Path &path) const
{
    return !m_notices.contains(path) && !notice(path).isEmpty();
}

void DocumentEdits::setNotice(const Path &path, const QString &notice)
{
    m_notices.insert_or_assign(path, notice);
    Q_EMIT changed(path);
}

void DocumentEdits::setSeen(const Path &path, bool isRemarkRead)
{
    if (isRemarkRead && isEdited(path))
        m_answered.insert(path);
    if (m_elsewhere.erase(path) > 0)
        Q_EMIT changed(path);
}

bool DocumentEdits::differs(const Path &place, const QJsonValue &before) const
{
    const QJsonValue now = m_base.valueAt(place);
    if (isFingerprint(before))
        return fingerprintOf(now) != before;
    return now != before && !sameMeaning(kindAt(place, m_base), now, before);
}

bool DocumentEdits::isTouched(const Path &place) const
{
    const auto other = otherHalf(place);
    return isEdited(place) || m_misfits.contains(place) || (other && isEdited(*other));
}

// By edits of an earlier run.
void DocumentEdits::noteElsewhereSinceBegun()
{
    for (const auto &places = changedPlaces() + misfits(); const Path &place : places) {
        const bool isTold = !isGone(place, m_base);
        const bool isOwn = isNormalised(sentChange(place, value(place), begunOver(place)), m_base);
        if (isTold && !isOwn && differs(place, begunOver(place)))
            m_elsewhere.insert({place, begunOver(place)});
    }
}

// Whoever has edited something since has had it before their eyes. Not before that: the decision about a conflict, or a
// new sign-in, may be a part of the save that found it.
void DocumentEdits::forgetElsewhereSeen()
{
    if (!m_isElsewhereNews)
        std::erase_if(m_elsewhere, [this](const auto &noted) { return !isTouched(noted.first); });
}

// Others have changed it back.
void DocumentEdits::forgetElsewhereAsBefore()
{
    for (auto it = m_elsewhere.begin(); it != m_elsewhere.end();) {
        const bool isTold = !isGone(it->first, m_base);
        if (isTold && !differs(it->first, isTouched(it->first) ? begunOver(it->first) : it->second))
            it = m_elsewhere.erase(it);
        else
            ++it;
    }
}

} // namespace lanyard
