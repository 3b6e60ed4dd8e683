#pragma once

#include "core/document/change.h"

#include <QDialog>

class QPushButton;

namespace lanyard {

class DocumentEdits;
class PlainLabel;
class TextTable;

/// The unsaved changes, with old and new values; each can be reverted from here.
class ReviewDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p user must outlive the dialog.
    ReviewDialog(DocumentEdits &user, QWidget *parent);

Q_SIGNALS:
    void saveRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fill();
    void updateActions();
    void revertSelected();

    DocumentEdits &m_user;
    QList<Path> m_fields;
    TextTable *m_table;
    PlainLabel *m_none; // in its place while it has no row
    QPushButton *m_revert;
    QPushButton *m_save;
};

} // namespace lanyard
