#pragma once

#include "core/models/settingvalue.h"
#include "ui/common/composition.h"
#include "ui/settings/settingpainter.h"

#include <QJsonValue>
#include <QPointer>

#include <functional>
#include <optional>

namespace lanyard {

/// Edits a setting's value in its cell. An editor accepts every character; the Reader decides what the text means.
/// Values that need more room than a cell (JSON, multiple lines) are requested with longTextRequested() instead, but
/// never secrets.
class SettingDelegate : public SettingPainter
{
    Q_OBJECT

public:
    /// What a text means as the value of the setting with that id.
    using Reader = std::function<SettingReading(const QString &id, const QString &text)>;
    /// Text that is typed but not committed yet, so that it survives its editor.
    struct Typing
    {
        QString id;
        QString text;
        QString opened; ///< the editor's content when it was opened
        QJsonValue before;
        int cursor = 0;
        QString value; ///< what the text is typed as, see typed()
    };

    SettingDelegate(Reader reader, QObject *parent);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Does nothing: an editor is filled when it is created, and then belongs to the user. The view calls this whenever
    /// the model changes, for example by a reload during typing.
    void setEditorData(QWidget *, const QModelIndex &) const override {}
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    /// Over the cell; over the whole row if little of the cell is in sight.
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

    /// The open editor; null if there is none.
    [[nodiscard]] QWidget *openEditor() const;
    /// The content of the open editor; nullopt if none is open.
    [[nodiscard]] std::optional<Typing> typing() const;
    /// Restores it in the open editor, which is a new one.
    void resume(const Typing &typing);
    void setCursor(int position);
    /// Commits the content of the open editor and closes it. (Enter does so too, but asynchronously.)
    void closeOpenEditor();
    /// Closes it without committing.
    void discardEditor();
    /// While @p on, no editor opens that would show a secret which its cell masks; an open one is committed and closed.
    /// (The editor of a setting that is secret as a whole masks it.) @p typesSecret: that is true of what it holds now.
    void setPresentationMode(bool on, bool typesSecret);
    /// What an input method shows in it becomes text.
    void finishComposing() { m_composition.finish(); }

Q_SIGNALS:
    /// An edit that was started while the service held @p before (HeldRole).
    void typed(const QString &id, const QString &text, const QJsonValue &before) const;
    /// Esc: the typed text is discarded.
    void cancelled(const QString &id) const;
    /// What is wrong with the content of the open editor; empty if it is valid. @p insisted: the user tried to
    /// continue.
    void problemFound(const QString &problem, bool insisted) const;
    /// What nobody sees was removed from the secret that is being typed, see removedRemark(). Empty: an editor opens.
    void removed(const QString &remark) const;
    /// For the setting with that id; @p text is the initial text instead of its value, unless it is null.
    void longTextRequested(const QString &id, const QString &text) const;
    /// An editor was not opened because of the presentation mode.
    void keptHidden() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void remember(const QModelIndex &setting) const;
    void forget() const;
    void closeIfLeftFromMenuBar();
    [[nodiscard]] bool refuseOrClose();
    void check(bool insisted) const;
    void showProblem(const QString &problem) const;
    void moveToLongText() const;
    void closeSoon();
    /// What the text in the editor means: without invisible characters, except those that were there before.
    [[nodiscard]] QString typedValue() const;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool isHalfTyped() const;

    Reader m_reader;
    bool m_isPresenting = false;
    mutable QPointer<QWidget> m_editor; // the last one opened
    mutable QString m_id;               // of its setting
    mutable QString m_value;            // its value at that time
    mutable QString m_opened;           // its content at that time
    mutable QString m_openedProblem;    // and what was wrong with that
    mutable QString m_about;            // the setting, and its type
    mutable SettingKind m_kind = SettingKind::Text;
    mutable QString m_unit;
    mutable QJsonValue m_before;        // the service's value at that time
    mutable Composition m_composition;  // Qt's setModelData() is const
    mutable bool m_hasRoom = false;     // multiple lines can go to a dialog
    mutable bool m_showsSecret = false; // a part of its value at that time
};

} // namespace lanyard
