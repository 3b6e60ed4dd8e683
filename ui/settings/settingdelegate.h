#pragma once

#include "core/models/settingvalue.h"

#include <QJsonValue>
#include <QPointer>
#include <QStyledItemDelegate>

#include <functional>
#include <optional>

namespace lanyard {

/// Edits a setting's value in its cell and paints marks beside it. An editor takes every character; what the text means
/// is the reader's to say. Values that need more room than a cell (JSON, several lines) are asked for with
/// longTextRequested() instead, secrets never.
class SettingDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// What a text means as the value of the setting with that id.
    using Reader = std::function<SettingReading(const QString &id, const QString &text)>;
    /// What is typed but not taken over yet, so that it outlives its editor.
    struct Typing
    {
        QString id;
        QString text;
        QString opened; ///< what stood in the editor when it was opened
        QJsonValue before;
        int cursor = 0;
    };

    SettingDelegate(Reader reader, QObject *parent);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Does nothing: an editor is filled when it is made, and then it is the person's. The view calls this at each
    /// change of the model, which a reload makes while somebody types.
    void setEditorData(QWidget *, const QModelIndex &) const override {}
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

    /// Roomier than the default, so that an editor fits into its row.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// The one that is open; null when none is.
    [[nodiscard]] QWidget *openEditor() const;
    /// What stands in the open editor; nothing when none is open.
    [[nodiscard]] std::optional<Typing> typing() const;
    /// Puts it into the open editor, which is another one now.
    void resume(const Typing &typing);
    /// Takes over what stands in the open editor and closes it. (Enter does both too, but a moment later.)
    void closeOpenEditor();

Q_SIGNALS:
    /// An edit that was begun when the service held @p before (HeldRole).
    void typed(const QString &id, const QString &text, const QJsonValue &before) const;
    /// Esc: what was typed there is taken back.
    void cancelled(const QString &id) const;
    /// What is wrong with what stands in the open editor; empty when nothing is. @p insisted: somebody wanted to go on.
    void problemFound(const QString &problem, bool insisted) const;
    /// For the setting with that id; @p text is what to begin with instead of its value, unless it is null.
    void longTextRequested(const QString &id, const QString &text) const;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    [[nodiscard]] QWidget *makeEditor(QWidget *parent, const QModelIndex &index) const;
    void check(bool insisted) const;
    void moveToLongText() const;
    void closeSoon();
    void finishComposing();
    /// What the text in the editor means: without what cannot be seen, but for what was there before.
    [[nodiscard]] QString meant() const;
    [[nodiscard]] QString problem() const;

    Reader m_reader;
    mutable QPointer<QWidget> m_editor; // the one that was opened last
    mutable QString m_id;               // of its setting
    mutable QString m_value;            // its value then
    mutable QString m_opened;           // what stood in it then
    mutable QString m_openedProblem;    // and what was wrong with that
    mutable QJsonValue m_before;        // what the service held then
    mutable QString m_composing;        // not committed by the input method yet
    mutable bool m_hasRoom = false;     // several lines can go to a dialog
};

} // namespace lanyard
