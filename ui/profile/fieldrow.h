#pragma once

#include "core/document/userfields.h"

#include <QPersistentModelIndex>
#include <QVariant>
#include <QWidget>

class QAbstractItemModel;

namespace lanyard {

class FieldEditor;
class FieldSide;
class LateAnnouncement;
class PlainLabel;
class TonedLabel;

/// One field of the form: its label, its editor, what stands beside it, what explains it, and the remark below it.
/// Bound to one row of ProfileModel.
class FieldRow : public QObject
{
    Q_OBJECT

public:
    /// The widgets belong to @p page; the caller lays them out.
    FieldRow(const QModelIndex &index, QWidget *page);

    [[nodiscard]] PlainLabel *label() const { return m_label; }
    [[nodiscard]] FieldEditor *editor() const { return m_editor; }
    [[nodiscard]] FieldSide *side() const { return m_side; }
    /// What the label does not tell; null if that is nothing.
    [[nodiscard]] PlainLabel *explanation() const { return m_explanation; }
    [[nodiscard]] TonedLabel *notice() const { return m_notice; }

    [[nodiscard]] FieldWidth width() const;
    /// Its value is never edited, only read and copied.
    [[nodiscard]] bool isForReading() const { return m_isForReading; }
    [[nodiscard]] bool isShownAsChanged() const { return m_isChanged; }

    /// Shows the model's current data, unless it came from the editor itself.
    void refresh();
    [[nodiscard]] bool hasProblem() const;
    /// Moves the focus to the editor and announces the problem.
    void insist();

Q_SIGNALS:
    /// isShownAsChanged() is another.
    void changedShown();
    void revertRequested(const QModelIndex &index);
    /// By others, of which @p notice tells.
    void changedElsewhere(const QString &label, const QString &notice);
    /// The value, which no editor holds, is to be written anew.
    void replaceRequested(const QModelIndex &index);

private:
    void connectEditor();
    void connectSide();
    [[nodiscard]] bool isEditable() const;
    [[nodiscard]] bool isMasked() const;
    void refreshEditor();
    void relate();
    void refreshNotice();
    void describe();
    void take(const QVariant &value, int role);
    void showInItsForm();
    void tellNotice();
    void copyValue();

    QPersistentModelIndex m_index;
    PlainLabel *m_label;
    FieldEditor *m_editor;
    QWidget *m_control = nullptr; // the editor's widget that takes the focus
    FieldSide *m_side;
    PlainLabel *m_explanation = nullptr;
    TonedLabel *m_notice;
    LateAnnouncement *m_late;
    QVariant m_value; // that the editor shows or has emitted; invalid while it is read-only
    QString m_said;   // the part from the model's notice
    bool m_isForReading;
    bool m_isChanged = false;
    bool m_isOwnEdit = false;
    bool m_isTouched = false;      // the content came from the editor
    bool m_isRemarkUnread = false; // the field was left for what is no field
    bool m_isTyping = false;       // the final remark is not known yet
};

} // namespace lanyard
