#pragma once

#include <QWidget>

class QStackedLayout;

namespace lanyard {

class EmptyList;
class LateAnnouncement;

/// Shows a list of settings, and in its place, while it has no row, why: the account has none, or none matches the
/// filter, which can be cleared there.
class NoSettings : public QWidget
{
    Q_OBJECT

public:
    /// @p filter has the focus when the words are typed that no setting matches.
    NoSettings(QWidget &list, QWidget &filter);

    /// For a screen reader: how much of it a filter leaves, which is empty without one, and @p all there is.
    void showList(const QString &found, const QString &all);
    void explain(const QString &why, bool isFiltered);
    /// The filter is another one: what it leaves is told also if it is as much as before.
    void beginAnew();

Q_SIGNALS:
    void clearFilterRequested();

private:
    QWidget &m_list;
    EmptyList *m_empty;
    LateAnnouncement *m_late;
    QStackedLayout *m_layout;
};

} // namespace lanyard
