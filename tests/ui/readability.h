#pragma once

#include <QImage>
#include <QStringList>

class QAbstractItemView;
class QWidget;

namespace lanyard::testing {

// Everything that can be read in a window, every mark of a state and the edge of every control, as it is painted on the
// screen.
class Readability
{
public:
    // What has less contrast there than it should, a line each, which begins with the name of the place.
    [[nodiscard]] QStringList look(QWidget &window, const QString &where);
    // The least contrast seen by all looks, and where.
    [[nodiscard]] QString worst() const;

private:
    void judge(const QString &what, const QRect &part, double least);
    void edges();
    void labels();
    void lines();
    void buttons();
    void boxes();
    void tabs();
    void texts();
    void entries();
    void headers();
    void cells(const QAbstractItemView *view);
    [[nodiscard]] QRect inWindow(const QWidget *widget, const QRect &part) const;

    QWidget *m_window = nullptr;
    QImage m_picture;
    QString m_where;
    QStringList m_found;
    double m_worst = 21;
    QString m_worstName;
};

} // namespace lanyard::testing
