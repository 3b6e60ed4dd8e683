#pragma once

#include "core/document/change.h"

#include <QDialog>

class QPushButton;

namespace lanyard {

class DocumentEdits;
class PlainLabel;
class TextTable;
class TonedLabel;

/// The unsaved changes, with old and new values; each can be reverted from here, or gone to. What does not fit is among
/// them with its reason, and keeps all of them from being saved; one that the service has refused tells what it said,
/// and one that was changed elsewhere too, what is there now.
class ReviewDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p user must outlive the dialog.
    ReviewDialog(DocumentEdits &user, QWidget *parent);

Q_SIGNALS:
    void saveRequested();
    /// The dialog has closed.
    void fieldRequested(const lanyard::Path &field);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fill();
    void updateActions();
    void revertSelected();
    void goToSelected();
    [[nodiscard]] qsizetype misfits() const;
    [[nodiscard]] QString problemsText() const;
    [[nodiscard]] QStringList textsOf(const Path &field) const;

    DocumentEdits &m_user;
    QList<Path> m_fields;
    QList<Path> m_conflicts; // those of them that were changed elsewhere too
    TextTable *m_table;
    PlainLabel *m_none;     // in its place while it has no row
    TonedLabel *m_problems; // why it cannot be saved
    QPushButton *m_revert;
    QPushButton *m_goTo;
    QPushButton *m_save;
};

} // namespace lanyard
