#pragma once

#include <QPersistentModelIndex>
#include <QVariant>
#include <QWidget>

class QAbstractItemModel;
class QToolButton;

namespace lanyard {

class FieldEditor;
class LateAnnouncement;
class PlainLabel;
class TonedLabel;

/// One field of the form: its label, its editor, the mark that it was changed with a way back, and below it what there
/// is to say about it. Bound to one row of ProfileModel.
class FieldRow : public QObject
{
    Q_OBJECT

public:
    /// The widgets belong to @p page; the caller lays them out.
    FieldRow(const QModelIndex &index, QWidget *page);

    [[nodiscard]] PlainLabel *label() const { return m_label; }
    [[nodiscard]] FieldEditor *editor() const { return m_editor; }
    /// Mark and revert button, or for a read-only field its copy button.
    [[nodiscard]] QWidget *side() const { return m_side; }
    [[nodiscard]] TonedLabel *notice() const { return m_notice; }

    /// Takes over what the model says now, unless the editor itself has just said it.
    void refresh();
    [[nodiscard]] bool hasProblem() const;
    /// Moves the focus to the editor and announces the problem.
    void insist();

Q_SIGNALS:
    void revertRequested(const QModelIndex &index);

private:
    void connectEditor();
    void refreshEditor();
    void relate();
    void refreshNotice();
    void describe();
    void take(const QVariant &value, int role);
    void showInItsForm();
    void copyValue();

    QPersistentModelIndex m_index;
    PlainLabel *m_label;
    FieldEditor *m_editor;
    QWidget *m_control = nullptr; // of the editor, what has the focus
    QWidget *m_side;
    PlainLabel *m_mark;
    QToolButton *m_button;
    TonedLabel *m_notice;
    LateAnnouncement *m_late;
    QVariant m_value; // that the editor shows or has said; invalid while it is read-only
    QString m_said;   // of the model's notice
    bool m_alwaysReadOnly;
    bool m_isOwnEdit = false;
    bool m_isTouched = false; // what stands there came from the editor
    bool m_isTyping = false;  // what the field says in the end is not known yet
};

} // namespace lanyard
