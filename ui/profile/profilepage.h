#pragma once

#include <QHash>
#include <QScrollArea>

class QModelIndex;

namespace lanyard {

class FieldRow;
class ProfileModel;

/// The profile as a form, bound to ProfileModel: what is typed goes into the model at once, what the model says shows.
class ProfilePage : public QScrollArea
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

private:
    void addGroups(QWidget *page);
    void finishComposing(QWidget *editor);
    void refresh(const QModelIndex &first, const QModelIndex &last);

    ProfileModel &m_model;
    QList<FieldRow *> m_rows;
    QHash<QWidget *, QString> m_composing; // what an input method shows in an editor and has not entered yet
    QString m_userId;
};

} // namespace lanyard
