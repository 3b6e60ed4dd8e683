#pragma once

#include "ui/common/pagearea.h"

#include <QHash>

class QGridLayout;
class QModelIndex;

namespace lanyard {

class FieldRow;
class ProfileModel;

/// The profile as a form, bound to ProfileModel: what is typed goes into the model at once, what the model says shows.
class ProfilePage : public PageArea
{
    Q_OBJECT

public:
    /// @p model must outlive the page.
    explicit ProfilePage(ProfileModel &model, QWidget *parent = nullptr);

    /// What stands in the editors is final: it is about to be saved.
    void finishEdits();
    /// Puts the focus into the first field that holds no value yet (a half-typed date). False when there is none.
    bool focusProblem();
    /// Puts the focus into the editor of that member and brings it into view.
    void focusField(const QString &key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addGroups(QWidget *page);
    void placeRows(bool narrow);
    void finishComposing(QWidget *editor);
    void refresh(const QModelIndex &first, const QModelIndex &last);

    ProfileModel &m_model;
    QGridLayout *m_grid = nullptr;
    QList<FieldRow *> m_rows;
    QList<int> m_lines; // of the grid, the first of each row
    bool m_isNarrow = false;
    QHash<QWidget *, QString> m_composing; // what an input method shows in an editor and has not entered yet
    QString m_userId;
};

} // namespace lanyard
