#pragma once

#include <QDialog>

class QPushButton;

namespace lanyard {

class ConflictTable;
class PageArea;
class PlainLabel;
struct ConflictTexts;

/// Lets the user choose, for each field that somebody else has changed as well, which value to keep.
class ConflictDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConflictDialog(const QList<ConflictTexts> &conflicts, QWidget *parent);

Q_SIGNALS:
    /// One for each conflict: whether to keep mine. Emitted only once every conflict is decided; not when the dialog is
    /// cancelled.
    void resolved(const QList<bool> &keepMine);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    void fitTable();
    void followRow();
    void decide(bool mine);
    void decideAll(bool mine);
    void setDecision(int conflict, bool mine);
    void update();
    void accept() override;

    PlainLabel *m_explanation;
    ConflictTable *m_table;
    PageArea *m_area = nullptr;
    QPushButton *m_keepMine;
    QPushButton *m_takeTheirs;
    QPushButton *m_keepAll;
    QPushButton *m_takeAll;
    QPushButton *m_save;
};

} // namespace lanyard
