// What a draft has for the next run after a crash, and what becomes of it there.
#include "core/models/documentedits.h"
#include "core/models/editvalue.h"

namespace lanyard {

QList<Change> DocumentEdits::misfitChanges() const
{
    std::map<Path, Misfit> texts = m_misfits;
    for (const auto &[path, open] : m_open.all())
        texts.insert_or_assign(path, Misfit{open.text, open.before});
    QList<Change> changes;
    for (const auto &[path, misfit] : texts) {
        const Edit edit = newEdit(path, misfit.text); // for the name and the type of a setting
        const bool isBegun = isEdited(path) || m_misfits.contains(path);
        changes.append({path, misfit.text, isBegun ? begunOver(path) : misfit.before, misfit.otherBefore,
                        edit.settingName, m_settings.isPlain(path), edit.settingType});
    }
    return changes;
}

void DocumentEdits::restore(const QList<Change> &changes, const QList<Change> &misfits)
{
    for (Change change : changes) {
        m_settings.learn(change);
        change.path = SettingIdentity::restoredPath(change, m_base);
        const bool isGone = change.settingName && !m_base.settingNameAt(change.path);
        if (isGone || !isUnchanged(m_base.valueAt(change.path), change.value))
            m_edits.insert_or_assign(change.path, editOf(change));
        if (change.wasSent)
            m_inDoubt.notePosted(change.path, change.value);
    }
    for (const Change &change : misfits) {
        m_settings.learn(change);
        const Path path = SettingIdentity::restoredPath(change, m_base);
        m_misfits.insert_or_assign(
            path, Misfit{change.value.toString(), change.before.value_or(m_base.valueAt(path)), change.otherBefore});
    }
    readAllAgain();
    noteElsewhereSinceBegun();
    Q_EMIT reloaded();
}

} // namespace lanyard
