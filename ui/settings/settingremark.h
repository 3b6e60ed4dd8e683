#pragma once

#include "core/models/searchtexts.h"
#include "ui/common/typingpause.h"
#include "ui/look/tonedlabel.h"

#include <QHash>

class QAbstractItemView;
class QModelIndex;

namespace lanyard {

class LateAnnouncement;
class NewsElsewhere;
class SettingsModel;

/// The sentence below the list of settings: about the current one, about what is being typed for it, or about what has
/// just happened. What does not come from a change of focus is announced.
class SettingRemark : public TonedLabel
{
    Q_OBJECT

public:
    /// @p list shows @p model; both must outlive it.
    SettingRemark(const SettingsModel &model, QAbstractItemView &list);

    /// What is wrong with the value of the current setting, or remarkable about it.
    void showCurrent();
    /// What is wrong with the text that is being typed; empty: nothing is. Announced when the typing pauses, or at once
    /// if @p insisted: the user tried to continue.
    void showTyped(const QString &problem, bool insisted);
    /// What was removed from the secret that is typed for the current setting: said until another is current, or
    /// nothing is changed there any more.
    void showRemoved(const QString &remark);
    /// For the next editor, the same problem is news.
    void endTyping();
    /// If it tells a problem, scrolls to it and the row: the focus has moved meanwhile.
    void revealProblem();
    /// The setting being edited is no longer there. @p typed: what was typed, empty for a secret. Shown until the user
    /// presses a key or clicks in the list.
    void tellGone(const QString &typed);
    /// Takes the focus, and what is still being typed with it.
    void receiveTyping() { setFocus(Qt::OtherFocusReason); }
    void tellCopied(bool isSecret);
    /// The current setting is not edited in presentation mode.
    void tellKeptHidden();
    /// Announces what is shown.
    void repeat();
    /// The same, once for all keys that are typed at a row which cannot be changed.
    void tellLocked();

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showProblem(const QString &problem);
    void showGone();
    [[nodiscard]] QString usualText(const QModelIndex &value) const;
    void followModel();
    void noteAllNotices(bool isNews);
    void noteNotice(const QModelIndex &setting, bool isNews);
    [[nodiscard]] bool isFocused(const QString &id) const;

    const SettingsModel &m_model;
    QAbstractItemView &m_list;
    LateAnnouncement *m_late;
    NewsElsewhere *m_elsewhere;
    TypingPause m_lockedPause;
    QString m_lockedId;                // of the row that was typed at
    QHash<QString, QString> m_notices; // by id, as last announced
    SearchTexts m_noting;              // all of them, of many settings a little later
    bool m_areNews = false;            // those
    QString m_removed;                 // from the text of the current setting
    QString m_removedFrom;             // its id
    QString m_typed;                   // of a setting that is gone
    bool m_tellsGone = false;
    bool m_isSameUser = false; // whether the rebuild that starts is for the same user
};

} // namespace lanyard
