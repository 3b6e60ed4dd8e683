#include "core/base/sentences.h"
#include "core/base/text.h"
#include "core/document/samemeaning.h"
#include "core/document/userfields.h"
#include "core/models/documentedits.h"
#include "core/models/editvalue.h"
#include "core/models/placetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace lanyard {

namespace {

class SaveNotice
{
    Q_DECLARE_TR_FUNCTIONS(SaveNotice)

public:
    static QString refused(const QString &words) { return tr("The service says: “%1”").arg(quoted(words, 200)); }
    static QString notTaken() { return tr("The service did not take this change."); }
    static QString saved(const QString &text)
    {
        return withQuotation(tr("The service saved it as “%1”."), quoted(text));
    }
    static QString savedSecret() { return tr("The service saved it in another form."); }
    static QString kept(const QString &text) { return withQuotation(tr("The service kept “%1”."), quoted(text)); }
};

// Whether @p user tells the value at @p path: a response may leave out all settings.
bool isShown(const Path &path, const User &user)
{
    return !path.isSetting() || user.hasSettings();
}

bool isSecretSetting(const Path &path, const User &user)
{
    const auto setting = user.settingAt(path);
    return setting && setting->looksSecret();
}

QString textAt(const Path &place, const User &user, const HiddenSecrets &hidden)
{
    return placeText(
        place, user, [&user](const Path &path) { return user.valueAt(path); }, hidden);
}

} // namespace

void DocumentEdits::finishSave(const SaveEnd &end)
{
    if (end.kind == SaveEnd::Kind::Answered || end.kind == SaveEnd::Kind::Conflicted)
        announceReplaced(end.user);
    if (end.post != Post::None && (end.kind == SaveEnd::Kind::Answered || end.kind == SaveEnd::Kind::Unknown))
        m_inDoubt.notePosted();
    switch (end.kind) {
    case SaveEnd::Kind::Answered:
        finishAnswered(end);
        break;
    case SaveEnd::Kind::Conflicted:
        dropTakenBack();
        noteElsewhere(end.user, m_inDoubt.values(), m_settings.pathsIn(end.user));
        takeBase(end.user);
        forgetElsewhereAsBefore();
        break;
    case SaveEnd::Kind::Failed:
        forgetSave();
        break;
    case SaveEnd::Kind::Unknown:
        break;
    }
    for (const auto &[path, words] : end.refusals)
        m_notices.insert_or_assign(placeOf(path), SaveNotice::refused(words));
    tellReloaded();
}

void DocumentEdits::finishAnswered(const SaveEnd &end)
{
    const auto to = m_settings.pathsIn(end.user);
    std::set<Path> refused;
    // What the service has not commented on: where its value changed, somebody else changed it.
    std::set<Path> unseen;
    for (const Change &change : end.notKept) {
        const Path path = to(change.path);
        (end.post == Post::Answered && isShown(path, end.user) ? refused : unseen).insert(path);
    }
    followSettings(end.user);
    const EditsInDoubt::Values settled = m_inDoubt.valuesBut(unseen);
    const std::map<Path, QJsonValue> unasked = unaskedIn(settled);
    if (!noteElsewhere(end.user, settled, to))
        forgetElsewhereSeen();
    takeBase(end.user, end.post == Post::None ? std::set<Path>() : unseen); // what was not posted cannot arrive
    std::map<Path, State> landed;
    for (const auto &[path, value] : settled) {
        if (refused.contains(path))
            continue;
        settle(path, value, landed);
        m_elsewhere.erase(placeOf(path));
    }
    land(landed);
    // What stood there before is in the way of nobody's work, and nobody sees that an undo brings it back.
    if (std::any_of(settled.begin(), settled.end(),
                    [this](const auto &saved) { return isSecretSetting(saved.first, m_base); }))
        m_undo.clear();
    for (const Path &path : refused)
        noteRefused(path);
    for (const auto &[path, before] : unasked) {
        if (!isEdited(path))
            m_unasked.insert({path, before});
    }
    if (end.post == Post::Answered)
        m_inDoubt.keepPosted([](const Path &, const QJsonValue &) { return false; });
    forgetElsewhereAsBefore();
}

std::map<Path, QJsonValue> DocumentEdits::unaskedIn(const EditsInDoubt::Values &saved) const
{
    std::map<Path, QJsonValue> unasked;
    for (const auto &[path, value] : saved) {
        const auto edit = m_edits.find(path);
        if (edit != m_edits.end() && edit->second.value == value && !m_answered.contains(path))
            unasked.insert({path, m_base.valueAt(path)});
    }
    return unasked;
}

void DocumentEdits::noteRefused(const Path &path)
{
    if (path.isFormerSetting())
        return;
    rebase(path);
    m_notices.insert_or_assign(path, m_base.valueAt(path).isUndefined()
                                         ? SaveNotice::notTaken()
                                         : SaveNotice::kept(textAt(placeOf(path), m_base, m_hidden)));
}

// An edit equal to the base is dropped where nothing can arrive any more.
void DocumentEdits::forgetSave()
{
    for (const auto &settled = m_inDoubt.settleAsNotDone(); const Path &path : settled)
        put(path, state(path));
}

// Nothing was saved: an edit back to the original value is dropped, whatever others have saved since. An unchanged half
// of a place stays with the other half, though.
void DocumentEdits::dropTakenBack()
{
    if (m_inDoubt.isOfEarlierToo())
        return;
    std::set<Path> changed; // places
    for (const auto &[path, edit] : m_edits) {
        if (!isUnchanged(edit.before, edit.value)) // one of the notation alone is an edit
            changed.insert(placeOf(path));
    }
    for (const auto &paths = m_inDoubt.paths(); const Path &path : paths) {
        if (changed.contains(placeOf(path)))
            continue;
        m_edits.erase(path);
        m_inDoubt.settle(path);
    }
}

void DocumentEdits::settle(const Path &path, const QJsonValue &value, std::map<Path, State> &landed)
{
    const auto edit = m_edits.find(path);
    if (edit == m_edits.end() || edit->second.value != value)
        return rebase(path);
    if (!sameMeaning(kindAt(path, m_base), m_base.valueAt(path), value)) { // it has arrived all the same
        m_notices.insert_or_assign(placeOf(path), isSecretSetting(path, m_base)
                                                      ? SaveNotice::savedSecret()
                                                      : SaveNotice::saved(textAt(placeOf(path), m_base, m_hidden)));
    }
    landed.insert({path, {asEdit(path, edit->second.before), edit->second.settingType}});
    m_edits.erase(edit);
    rebaseMisfit(path);
}

bool DocumentEdits::hasUnsent() const
{
    return std::any_of(m_edits.begin(), m_edits.end(),
                       [this](const auto &edited) { return m_inDoubt.value(edited.first) != edited.second.value; });
}

} // namespace lanyard
