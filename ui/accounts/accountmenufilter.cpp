// An account of many is found by typing.
#include "core/base/searchtext.h"
#include "core/workspace/workspaces.h"
#include "ui/accounts/accountmenu.h"
#include "ui/common/announce.h"
#include "ui/common/fieldaccess.h"
#include "ui/look/spacing.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QWidgetAction>

#include <algorithm>

namespace lanyard {

namespace {

// A Return in it chooses the first account that is left, Escape takes back what has been typed; the arrows are the
// menu's.
class AccountFilter : public QLineEdit
{
public:
    using QLineEdit::QLineEdit;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
            event->ignore();
        else if (event->key() == Qt::Key_Escape && !text().isEmpty())
            takeBack();
        else
            QLineEdit::keyPressEvent(event);
    }

private:
    void takeBack()
    {
        clear();
        Q_EMIT textEdited(text());
    }
};

} // namespace

void AccountMenu::addFilter()
{
    m_filter = new AccountFilter;
    m_filter->setAccessibleName(tr("Find an account"));
    setHint(m_filter, tr("Find an account"));
    m_filterAction = new QWidgetAction(this);
    m_filterAction->setText(tr("&Find an account"));
    auto *around = new QWidget;
    auto *layout = new QHBoxLayout(around);
    setSpaces(*layout, Space::Medium, Space::Medium);
    layout->addWidget(m_filter);
    m_filterAction->setDefaultWidget(around);
    insertAction(actions().constFirst(), m_filterAction);
    m_found = new LateAnnouncement(m_filter, m_filter);
    connect(m_filter, &QLineEdit::textEdited, this, &AccountMenu::filter);
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        for (QAction *account : m_accounts->actions()) {
            if (account->isVisible()) {
                close();
                return account->trigger();
            }
        }
    });
}

void AccountMenu::filter(const QString &words)
{
    const QStringList wanted = searchWords(words);
    const QList<QAction *> accounts = m_accounts->actions();
    int found = 0;
    for (int row = 0; row < accounts.size(); ++row) {
        const QString text = searchForm(line(m_workspaces, row));
        const bool isFound =
            std::all_of(wanted.begin(), wanted.end(), [&text](const QString &word) { return text.contains(word); });
        accounts.at(row)->setVisible(isFound);
        found += isFound ? 1 : 0;
    }
    if (wanted.isEmpty() && isVisible())
        m_found->end(tr("%n account(s)", nullptr, static_cast<int>(accounts.size())));
    else if (wanted.isEmpty())
        m_found->set({});
    else
        m_found->set(found == 0 ? tr("No account matches.") : tr("%1 of %2 accounts").arg(found).arg(accounts.size()));
}

} // namespace lanyard
